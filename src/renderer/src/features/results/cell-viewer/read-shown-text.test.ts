import { describe, expect, it } from 'vitest';
import { readShownText, type ShownText } from './read-shown-text.ts';

async function* pieces(...texts: string[]): AsyncGenerator<string> {
  yield* texts;
}

async function read(most: number, ...texts: string[]): Promise<ShownText[]> {
  const told: ShownText[] = [];
  await readShownText(pieces(...texts), most, (shown) => told.push(shown));
  return told;
}

describe('readShownText', () => {
  it('tells what is there after each piece', async () => {
    expect(await read(100, 'ab', 'cd')).toEqual([
      { text: 'ab', reading: true, cut: false },
      { text: 'abcd', reading: true, cut: false },
      { text: 'abcd', reading: false, cut: false },
    ]);
  });

  it('reads no further than what can be shown', async () => {
    expect((await read(3, 'ab', 'cd', 'ef')).at(-1)).toEqual({ text: 'abc', reading: false, cut: true });
    expect((await read(4, 'ab', 'cd')).at(-1)).toEqual({ text: 'abcd', reading: false, cut: false });
  });
});
