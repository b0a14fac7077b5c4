import { expect, test } from 'vitest';
import { Turns } from './turns.ts';

test('work waits for the work before it, however that ended', async () => {
  const turns = new Turns();
  const seen: string[] = [];
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const first = turns.take(async () => {
    await held;
    seen.push('first');
    throw new Error('refused');
  });
  const second = turns.take(async () => seen.push('second'));
  release();
  await expect(first).rejects.toThrow('refused');
  expect(await second).toBe(2);
  await turns.settled();
  expect(seen).toEqual(['first', 'second']);
});
