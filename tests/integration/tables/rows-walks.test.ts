import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RowPage } from '../../../src/shared/contract/table-rows.ts';
import { quoteIdentifier } from '../../../src/shared/sql/quote-sql.ts';
import { type AskedRows, openRowsBench, type RowsBench } from '../../support/rows-bench.ts';
import '../../../src/shared/repeatable-properties.test-support.ts';

let bench: RowsBench;
beforeAll(async () => {
  bench = await openRowsBench();
});
afterAll(() => bench.dispose());

/** Values of each type from a whole number: few different ones, in another order than the numbers. */
const values: Record<string, string> = {
  integer: '(h % 7) - 3',
  bigint: '(h % 5) * 3000000000',
  'numeric(12,3)': '(h % 9) / 8.0',
  'double precision': "CASE h % 6 WHEN 0 THEN 'NaN' WHEN 1 THEN '-Infinity' ELSE (h % 6) / 3.0 END",
  text: "(ARRAY['', 'a', 'B', 'ä', '🐘', '%', '''\"\\', 'a b'])[1 + h % 8]",
  'character(5)': "(ARRAY['', 'a', 'B', 'ab'])[1 + h % 4]",
  boolean: 'h % 2 = 0',
  date: "date '2026-01-01' + (h % 6)",
  'timestamp with time zone': "timestamptz '2026-03-29 00:00Z' + (h % 8) * interval '0.1234567 s'",
  interval: "(h % 5) * interval '25 hours'",
  uuid: 'md5((h % 6)::text)::uuid',
  'integer[]': 'ARRAY[h % 3, NULL]',
  jsonb: 'to_jsonb(ARRAY[h % 4])',
};

const columnsArbitrary = fc.array(
  fc.record({
    type: fc.constantFrom(...Object.keys(values)),
    nullable: fc.boolean(),
    descending: fc.boolean(),
  }),
  { minLength: 1, maxLength: 3 },
);
/** How rows are told apart, and how many there are: about the length of a page, and several. */
const tableArbitrary = fc.record({
  columns: columnsArbitrary,
  key: fc.constantFrom('one', 'two', 'none', 'picked'),
  rowCount: fc.constantFrom(0, 300, 301, 650, 651, 901),
  seed: fc.integer({ min: 1, max: 1_000_000 }),
});

const names = ['plain', 'Say "hi"', "it's 🐘"];
const nameOf = (at: number) => names[at] ?? `column ${at}`;

async function make({
  columns,
  key,
  rowCount,
  seed,
}: typeof tableArbitrary extends fc.Arbitrary<infer T> ? T : never) {
  const definitions = columns.map(
    ({ type, nullable }, at) => `${quoteIdentifier(nameOf(at))} ${type}${nullable ? '' : ' NOT NULL'}`,
  );
  const keys = { one: 'PRIMARY KEY (id)', two: 'PRIMARY KEY (half, id)', none: null, picked: null };
  await bench.run(
    'DROP TABLE IF EXISTS walked',
    `CREATE TABLE walked (id integer NOT NULL, half integer NOT NULL, ${[...definitions, ...(keys[key] === null ? [] : [keys[key]])].join(', ')})`,
  );
  const expressions = columns.map(({ type, nullable }, at) => {
    const hashed = `abs(hashint8extended(n, ${seed + at}) % 1000)::int`;
    const value = `(SELECT (${values[type]})::${type} FROM (VALUES (${hashed})) AS hashed (h))`;
    return nullable ? `CASE WHEN ${hashed} % 4 > 0 THEN ${value} END` : value;
  });
  await bench.run(
    `INSERT INTO walked SELECT n, n % 3, ${expressions.join(', ')} FROM generate_series(1, ${rowCount}) AS n
      ORDER BY hashint8extended(n, ${seed})`,
  );
}

const cellsOf = (pages: RowPage[]) => pages.flatMap(({ rows }) => rows.map(({ cells }) => cells));

describe('all pages together', () => {
  test('are what ORDER BY answers, forwards and backwards, once and whole', async () => {
    const walks = fc.asyncProperty(tableArbitrary, async (table) => {
      await make(table);
      const { columns, key, rowCount } = table;
      const order = columns.map(({ descending }, at) => ({ column: nameOf(at), descending }));
      const direction = columns.at(-1)?.descending === true ? ' DESC' : '';
      const tie = { one: ['id'], two: ['half', 'id'], none: ['ctid'], picked: ['id'] }[key];
      const sorted = [
        ...order.map(({ column, descending }) => `${quoteIdentifier(column)}${descending ? ' DESC' : ''}`),
        ...tie.map((column) => `${column}${direction}`),
      ];
      const expected = await bench.ask(`SELECT * FROM walked ORDER BY ${sorted.join(', ')}`);
      const asked: AskedRows = { order, ...(key === 'picked' ? { identity: ['id'] } : {}) };
      const forwards = await bench.walk('walked', asked, 'first');
      const backwards = await bench.walk('walked', asked, 'last');
      expect(cellsOf(forwards)).toEqual(expected);
      expect(cellsOf(backwards)).toEqual(expected);
      expect(forwards.map(({ rows }) => rows.length)).toEqual(
        backwards.map(({ rows }) => rows.length).toReversed(),
      );
      for (const { sql, rows } of [...forwards, ...backwards]) {
        const typed = await bench.ask(sql);
        expect(
          typed.map((fields) => fields.slice(0, columns.length + 2)),
          sql,
        ).toEqual(rows.map(({ cells }) => cells));
      }
      expect(forwards[0]?.before).toBe(null);
      expect(backwards.at(-1)?.after).toBe(null);
      expect(forwards).toHaveLength(Math.max(1, Math.ceil(rowCount / 300)));
    });
    await fc.assert(walks, { numRuns: 40 });
  });
});
