import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RowFilter, RowPage } from '../../../src/shared/contract/table-rows.ts';
import {
  type AskedRows,
  condition,
  filterOf,
  openRowsBench,
  type RowsBench,
} from '../../support/rows-bench.ts';
import { testImageOf, testMajors } from '../../support/test-image.ts';

const statements = [
  'CREATE TABLE keyed (id int PRIMARY KEY, part int NOT NULL)',
  'INSERT INTO keyed SELECT n, n % 3 FROM generate_series(1, 700) n',
  // Rows of which most are gone, and the first ones stand at the end.
  'CREATE TABLE heap (n int, filler text)',
  "INSERT INTO heap SELECT n, repeat('x', 500) FROM generate_series(1, 20000) n",
  'DELETE FROM heap WHERE n % 20 > 0 OR n BETWEEN 3000 AND 12000',
  'VACUUM heap',
  'UPDATE heap SET n = -n WHERE n < 100',
  'CREATE MATERIALIZED VIEW frozen AS SELECT * FROM heap WHERE n > 0',
  'CREATE TABLE parted (id int, part int NOT NULL, PRIMARY KEY (part, id)) PARTITION BY LIST (part)',
  'CREATE TABLE parted_0 PARTITION OF parted FOR VALUES IN (0)',
  'CREATE TABLE parted_x PARTITION OF parted DEFAULT',
  'INSERT INTO parted SELECT * FROM keyed',
  'CREATE TABLE loose (id int, part int) PARTITION BY LIST (part)',
  'CREATE TABLE loose_x PARTITION OF loose DEFAULT',
  'INSERT INTO loose SELECT * FROM keyed',
  'CREATE VIEW seen AS SELECT id, part, part = 0 AS first FROM keyed',
  'CREATE TABLE parent (id int PRIMARY KEY)',
  'CREATE TABLE child () INHERITS (parent)',
  'INSERT INTO parent SELECT generate_series(1, 400)',
  'INSERT INTO child SELECT generate_series(1, 400)',
  'CREATE EXTENSION file_fdw',
  'CREATE SERVER files FOREIGN DATA WRAPPER file_fdw',
  "CREATE FOREIGN TABLE far (n int) SERVER files OPTIONS (program 'seq 1 650; echo', format 'csv', null '')",
  'CREATE TABLE empty (id int PRIMARY KEY)',
  'CREATE TABLE no_columns ()',
  'INSERT INTO no_columns SELECT FROM generate_series(1, 310)',
  'CREATE TABLE big AS SELECT n FROM generate_series(1, 20000) n',
  'ANALYZE',
];

type Case = [relation: string, asked: AskedRows, sequence: RowPage['sequence'], rest: string];

/** What has to do with the version: reading by place, and what partitions, views and foreign tables are. */
const cases: Case[] = [
  ['heap', {}, 'stored', 'ORDER BY ctid'],
  ['heap', { filter: { where: 'n % 40 = 0' } }, 'stored', 'WHERE n % 40 = 0 ORDER BY ctid'],
  ['heap', { order: [{ column: 'n', descending: true }] }, 'key', 'ORDER BY n DESC'],
  ['frozen', {}, 'stored', 'ORDER BY ctid'],
  ['parted', {}, 'key', 'ORDER BY part, id'],
  ['loose', {}, 'none', ''],
  [
    'seen',
    { identity: ['id'], order: [{ column: 'first', descending: true }] },
    'key',
    'ORDER BY first DESC, id DESC',
  ],
  ['far', { identity: ['n'] }, 'key', 'ORDER BY n'],
];

const furtherCases: Case[] = [
  ['keyed', {}, 'key', 'ORDER BY id'],
  ['heap', { identity: ['n'] }, 'key', 'ORDER BY n'],
  ['heap', { identity: ['filler'] }, 'key', 'ORDER BY filler, ctid'],
  ['parted', { order: [{ column: 'id', descending: true }] }, 'key', 'ORDER BY id DESC'],
  ['loose', { identity: ['id'] }, 'key', 'ORDER BY id'],
  ['seen', {}, 'none', ''],
  ['seen', { order: [{ column: 'id', descending: true }] }, 'none', 'ORDER BY id DESC'],
  ['parent', {}, 'none', ''],
  ['far', {}, 'none', ''],
  ['empty', {}, 'key', 'ORDER BY id'],
  ['no_columns', {}, 'stored', ''],
];

const cellsOf = (pages: RowPage[]) => pages.flatMap(({ rows }) => rows.map(({ cells }) => cells));

describe.each(testMajors)('PostgreSQL %s', (major) => {
  let bench: RowsBench;
  beforeAll(async () => {
    bench = await openRowsBench(testImageOf(major));
    await bench.run(...statements);
  });
  afterAll(() => bench.dispose());

  test.each(major === '16' ? [...cases, ...furtherCases] : cases)(
    '%s, asked for %o, follows by %s: %s',
    async (relation, asked, sequence, rest) => {
      const expected = await bench.ask(`SELECT * FROM ${relation} ${rest}`);
      for (const from of ['first', 'last'] as const) {
        const pages = await bench.walk(relation, asked, from);
        expect(cellsOf(pages)).toEqual(expected);
        expect(new Set(pages.map((page) => page.sequence))).toEqual(new Set([sequence]));
        expect([pages[0]?.before, pages.at(-1)?.after]).toEqual([null, null]);
        for (const { sql, rows } of pages) {
          const typed = await bench.ask(sql);
          expect(
            typed.map((fields) => fields.slice(0, rows[0]?.cells.length)),
            sql,
          ).toEqual(rows.map(({ cells }) => cells));
        }
      }
    },
  );

  test('rows say how they are found again, and which version they are', async () => {
    const first = async (relation: string, asked?: AskedRows) => (await bench.page(relation, asked)).rows[0];
    const [[xmin] = []] = await bench.ask('SELECT xmin FROM keyed WHERE id = 1');
    expect(await first('keyed')).toEqual({ cells: ['1', '1'], version: xmin, locator: '{"key":["1"]}' });
    expect((await first('frozen'))?.version).toBe(null);
    expect((await first('frozen'))?.locator).toMatch(/^\{"ctid":"\(\d+,\d+\)","xmin":"\d+"\}$/);
    expect(await first('seen')).toMatchObject({ version: null, locator: null });
    expect(await first('seen', { identity: ['id'] })).toMatchObject({
      ...{ version: expect.stringMatching(/^[0-9a-f]{64}$/), locator: '{"key":["1"]}' },
    });
  });

  test('about how many rows there are: counted where that is quick, else expected', async () => {
    const estimate = async (relation: string, filter: Partial<RowFilter> = {}) =>
      (await bench.rows.estimate({ ...bench.place(relation), filter: filterOf(filter) })).count;
    const count = async (from: string) => Number((await bench.ask(`SELECT count(*) FROM ${from}`))[0]?.[0]);
    expect(await estimate('keyed')).toBe(700);
    expect(await estimate('frozen', { conditions: [condition('n', 'more', '0')] })).toBe(
      await count('frozen'),
    );
    const conditions = [condition('n', 'more', '15000')];
    const expected = await estimate('big', { where: 'true', conditions });
    expect(Math.abs(expected - 5000)).toBeLessThan(500);
    for (const relation of ['parted', 'seen', 'far']) expect(await estimate(relation)).toBeGreaterThan(0);
  });

  // Before there is no such constraint.
  if (major === '18') {
    test('a NOT NULL that nothing has checked hides no row', async () => {
      await bench.run(
        'CREATE TABLE unchecked (id int PRIMARY KEY, v int)',
        'INSERT INTO unchecked SELECT n, nullif(n % 2, 0) FROM generate_series(1, 700) n',
        'ALTER TABLE unchecked ADD CONSTRAINT there NOT NULL v NOT VALID',
      );
      const pages = await bench.walk('unchecked', { order: [{ column: 'v', descending: false }] }, 'first');
      expect(cellsOf(pages)).toEqual(await bench.ask('SELECT * FROM unchecked ORDER BY v, id'));
    });
  }
});
