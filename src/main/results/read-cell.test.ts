import { expect, test } from 'vitest';
import { readCell } from './read-cell.ts';
import { storeRows, tinyMemory, withStore } from './store-under-test.test-support.ts';

async function readWhole(read: (offset: number) => ReturnType<typeof readCell>): Promise<string[]> {
  const pieces: string[] = [];
  for (let offset: number | null = 0; offset !== null; ) {
    const piece = await read(offset);
    pieces.push(piece.text ?? '');
    offset = piece.nextOffset;
  }
  return pieces;
}

test.each(['x', 'é', '€', '😀'])('a long value of %s comes in whole characters', async (character) => {
  const text = `a${character.repeat(900_000)}z`;
  await withStore(tinyMemory, async (store) => {
    const result = await storeRows(store, [['before'], [text], ['after']]);
    const pieces = await readWhole((offset) => readCell(result, { row: 1, column: 0 }, offset));
    expect(pieces.join('') === text).toBe(true);
    expect(Math.max(...pieces.map((piece) => Buffer.byteLength(piece)))).toBeLessThanOrEqual(1024 * 1024);
    expect(pieces).toHaveLength(Math.ceil(Buffer.byteLength(text) / (1024 * 1024 - 4)));
  });
});

test('NULL, an empty text and what is not there', async () => {
  await withStore(tinyMemory, async (store) => {
    const result = await storeRows(store, [[null, '', 'x']]);
    expect(await readCell(result, { row: 0, column: 0 }, 0)).toEqual({ text: null, nextOffset: null });
    expect(await readCell(result, { row: 0, column: 1 }, 0)).toEqual({ text: '', nextOffset: null });
    expect(await readCell(result, { row: 0, column: 2 }, 5)).toEqual({ text: '', nextOffset: null });
    const gone = { appError: { code: 'not-found', kind: 'result', name: result.id } };
    await expect(readCell(result, { row: 0, column: 3 }, 0)).rejects.toMatchObject(gone);
    await expect(readCell(result, { row: 1, column: 0 }, 0)).rejects.toMatchObject(gone);
  });
});
