import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FindRequest, findInResult } from './find-in-result.ts';
import { storeRows, type TextRow, tinyMemory, withStore } from './store-under-test.test-support.ts';
import '../../shared/repeatable-properties.test-support.ts';

function naiveFind(rows: readonly TextRow[], { text, row, column, backwards }: FindRequest) {
  const columns = rows[0]?.length ?? 0;
  const cells = rows.flat();
  const start = row * columns + column;
  for (let step = 0; step < cells.length; step += 1) {
    const cell = (start + (backwards ? -step : step) + cells.length) % cells.length;
    if (cells[cell]?.toLowerCase().includes(text.toLowerCase()) === true) {
      return { row: Math.floor(cell / columns), column: cell % columns };
    }
  }
  return null;
}

test('finds what a plain look at every cell finds, in both directions, around the end', async () => {
  const value = fc.option(
    fc.string({ unit: fc.constantFrom('a', 'B', 'é', 'É', '1', '\u0000'), maxLength: 5 }),
  );
  const given = fc.integer({ min: 1, max: 4 }).chain((columns) =>
    fc.record({
      rows: fc.array(fc.array(value, { minLength: columns, maxLength: columns }), {
        minLength: 1,
        maxLength: 30,
      }),
      text: fc.string({ unit: fc.constantFrom('A', 'b', 'é', '1', 'D'), minLength: 1, maxLength: 3 }),
      place: fc.nat(),
      backwards: fc.boolean(),
    }),
  );
  await withStore(tinyMemory, (store) =>
    fc.assert(
      fc.asyncProperty(given, async ({ rows, text, place, backwards }) => {
        const columns = rows[0]?.length ?? 1;
        const cell = place % (rows.length * columns);
        const request = { text, row: Math.floor(cell / columns), column: cell % columns, backwards };
        const result = await storeRows(store, rows);
        expect(await findInResult(result, request)).toEqual(naiveFind(rows, request));
        await store.release(result.consoleId);
      }),
      { numRuns: 150 },
    ),
  );
});

test('through many spans of rows, from any place', async () => {
  const rows: TextRow[] = Array.from({ length: 20_000 }, (_, row) => [
    `row ${row}`,
    null,
    `Straße № ${row * 7}`,
  ]);
  await withStore(tinyMemory, async (store) => {
    const result = await storeRows(store, rows, { chunkRows: 500 });
    expect(result.spanCount).toBeGreaterThan(3);
    const find = (text: string, row: number, backwards = false) =>
      findInResult(result, { text, row, column: 1, backwards });
    expect(await find('ROW 19999', 0)).toEqual({ row: 19_999, column: 0 });
    expect(await find('row 3', 3)).toEqual({ row: 30, column: 0 });
    expect(await find('row 3', 19_999)).toEqual({ row: 3, column: 0 });
    expect(await find('row 19999', 5, true)).toEqual({ row: 19_999, column: 0 });
    expect(await find('STRASSE', 0)).toBeNull();
    expect(await find('STRAßE № 7', 0)).toEqual({ row: 1, column: 2 });
    expect(await find('row 2', 4, true)).toEqual({ row: 2, column: 0 });
    // Rows are counted from 0, and a place beyond the end begins around it.
    expect(await find('row 0', 50_000)).toEqual({ row: 0, column: 0 });
  });
});

test.each([
  ['ΟΔΟΣ', 'οδος'],
  ['σοφοσ', 'ΣΟΦΟΣ'],
  ['İ', 'İ'],
  ['a.c', 'xA.Cx'],
  ['(', 'f(x)'],
  ['[a-z]\\d+|$', '[A-Z]\\D+|$'],
  ['/x/-{1}', '/X/-{1}'],
])('%s is found in %s', async (text, cell) => {
  await withStore(tinyMemory, async (store) => {
    const result = await storeRows(store, [['abc'], [cell]]);
    const found = await findInResult(result, { text, row: 0, column: 0, backwards: false });
    expect(found).toEqual({ row: 1, column: 0 });
  });
});

test('in values that are longer than what is looked at together', async () => {
  const filler = '€'.repeat(700_000);
  await withStore(tinyMemory, async (store) => {
    for (const lead of ['', 'x', 'xx', 'é'.repeat(20)]) {
      const result = await storeRows(store, [
        ['first', filler],
        [null, `${lead}${filler}Needle😀${filler}`],
      ]);
      const find = (text: string, backwards: boolean) =>
        findInResult(result, { text, row: 0, column: 0, backwards });
      for (const backwards of [false, true]) {
        expect(await find('needle😀', backwards)).toEqual({ row: 1, column: 1 });
        expect(await find('needle😀x', backwards)).toBeNull();
      }
    }
    // Every place of a match against the seams between pieces.
    const seam = 1024 * 1024;
    for (let shift = -8; shift <= 2; shift += 1) {
      const result = await storeRows(store, [[`${'x'.repeat(seam + shift)}NEEDLE${'x'.repeat(seam)}`]]);
      expect(
        await findInResult(result, { text: 'needle', row: 0, column: 0, backwards: false }),
      ).not.toBeNull();
    }
  });
});

test('nothing is found in nothing, and an abort ends the search', async () => {
  await withStore(tinyMemory, async (store) => {
    const request = { text: 'x', row: 0, column: 0, backwards: true };
    expect(await findInResult(await storeRows(store, []), request)).toBeNull();
    expect(await findInResult(await storeRows(store, [[], []]), request)).toBeNull();
    const result = await storeRows(store, [['y']]);
    await expect(findInResult(result, request, AbortSignal.abort())).rejects.toMatchObject({
      appError: { code: 'cancelled' },
    });
  });
});
