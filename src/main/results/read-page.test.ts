import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPage } from './read-page.ts';
import {
  chunksOf,
  columnsOf,
  newResult,
  storeRows,
  type TextRow,
  textOid,
  tinyMemory,
  withStore,
} from './store-under-test.test-support.ts';
import '../../shared/repeatable-properties.test-support.ts';

const roomy = { memoryBytes: 64 * 1024 ** 2, diskBytes: 1024 ** 3 };
const value = fc.option(fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.toWellFormed()));
const rowsOf = (columns: number) =>
  fc.array(fc.array(value, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 80 });

test('pages are what was written, in any chunks, in memory and on the disk', async () => {
  const given = fc.integer({ min: 0, max: 6 }).chain(rowsOf);
  const chunkRows = fc.integer({ min: 1, max: 40 });
  const from = fc.nat({ max: 90 });
  const count = fc.integer({ min: 1, max: 500 });
  for (const limits of [roomy, tinyMemory]) {
    await withStore(limits, (store) =>
      fc.assert(
        fc.asyncProperty(given, chunkRows, from, count, async (rows, chunk, first, many) => {
          const result = await storeRows(store, rows, { chunkRows: chunk });
          expect((await readPage(result, { from: 0, count: 500 })).rows).toEqual(rows);
          expect(await readPage(result, { from: first, count: many })).toEqual({
            from: first,
            rows: rows.slice(first, first + many),
          });
          await store.release(result.consoleId);
        }),
        { numRuns: 60 },
      ),
    );
  }
});

test('pages can be read at every moment while rows arrive', async () => {
  const rows: TextRow[] = Array.from({ length: 3000 }, (_, row) => [String(row), row % 3 === 0 ? null : '']);
  await withStore(tinyMemory, async (store) => {
    const writer = store.create(newResult({ columns: columnsOf(textOid, textOid) }));
    const result = store.get(writer.id);
    const reads: Promise<void>[] = [];
    const check = async (from: number, seen: number): Promise<void> => {
      const page = await readPage(result, { from, count: 100 });
      expect(page.rows.length).toBeGreaterThanOrEqual(Math.min(100, seen - from));
      expect(page.rows).toEqual(rows.slice(from, from + page.rows.length));
    };
    for (const { frames, count } of chunksOf(rows, 11)) {
      const held = writer.rows(frames, count);
      reads.push(check(Math.floor(result.rowCount / 2), result.rowCount));
      await held;
    }
    await Promise.all(reads);
    expect(writer.info()).toMatchObject({ state: 'running', rowCount: 3000, command: null });
    await writer.finish({ state: 'complete', command: 'SELECT 3000' });
    expect(writer.info()).toMatchObject({ state: 'complete', command: 'SELECT 3000' });
    expect((await readPage(result, { from: 2999, count: 10 })).rows).toEqual([['2999', '']]);
    expect((await readPage(result, { from: 3000, count: 10 })).rows).toEqual([]);
  });
});

test('values over 10 kB come as their beginning, cut between characters', async () => {
  const cases = [
    'x'.repeat(10_000),
    'x'.repeat(10_001),
    'é'.repeat(6000),
    '€'.repeat(6000),
    '😀'.repeat(6000),
  ];
  const odd = `x${'😀'.repeat(6000)}`;
  await withStore(tinyMemory, async (store) => {
    const result = await storeRows(store, [[...cases, odd, null]]);
    const [cells] = (await readPage(result, { from: 0, count: 1 })).rows;
    expect(cells).toEqual([
      'x'.repeat(10_000),
      { start: 'x'.repeat(1000), lengthBytes: 10_001 },
      { start: 'é'.repeat(1000), lengthBytes: 12_000 },
      { start: '€'.repeat(1000), lengthBytes: 18_000 },
      { start: '😀'.repeat(500), lengthBytes: 24_000 },
      { start: `x${'😀'.repeat(499)}`, lengthBytes: 24_001 },
      null,
    ]);
  });
});

test('a page stops at about 4 MB; a row alone is whole, with shorter beginnings', async () => {
  const wide = Array.from({ length: 1600 }, () => 'w'.repeat(10_000));
  await withStore(tinyMemory, async (store) => {
    const result = await storeRows(store, [['a'], ...Array.from({ length: 600 }, () => ['x'.repeat(9990)])]);
    const { rows } = await readPage(result, { from: 0, count: 500 });
    expect(rows).toHaveLength(401);
    const [cells = []] = (await readPage(await storeRows(store, [wide]), { from: 0, count: 500 })).rows;
    expect(cells).toHaveLength(1600);
    expect(cells.at(0)).toBe('w'.repeat(10_000));
    expect(cells.at(-1)).toEqual({ start: 'w'.repeat(1000), lengthBytes: 10_000 });
    expect(JSON.stringify(cells).length).toBeLessThan(6_000_000);
  });
});
