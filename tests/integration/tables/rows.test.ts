import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Cell } from '../../../src/shared/contract/results.ts';
import type { TableRow } from '../../../src/shared/contract/table-rows.ts';
import { condition, filterOf, openRowsBench, type RowsBench } from '../../support/rows-bench.ts';

let bench: RowsBench;
beforeAll(async () => {
  bench = await openRowsBench();
});
afterAll(() => bench.dispose());

const rowsOf = async (relation: string) => (await bench.page(relation)).rows;

/** A value as all its pieces. */
async function wholeCell(
  relation: string,
  row: TableRow | undefined,
  column: string,
): Promise<string | null> {
  const pieces: string[] = [];
  let offset: number | null = 0;
  while (offset !== null) {
    const locator = row?.locator ?? '';
    const wish = { ...bench.place(relation), identity: null, locator, column, offset };
    const { text, nextOffset }: { text: string | null; nextOffset: number | null } =
      await bench.rows.cell(wish);
    if (text === null) return null;
    pieces.push(text);
    offset = nextOffset;
  }
  return pieces.join('');
}

describe('long values', () => {
  const elephants = '🐘'.repeat(1_300_000);
  const beginning = (text: string, lengthBytes: number): Cell => ({ start: text, lengthBytes });

  test('come as their beginning and their length, and whole when they are asked for', async () => {
    await bench.run(
      `CREATE TABLE long (id int PRIMARY KEY, t text, v varchar, b bytea, j jsonb, a text[], c char(12000), r int[])`,
      `INSERT INTO long VALUES (1, repeat('🐘', 1300000), repeat('x', 10001), decode(repeat('00ff', 300001), 'hex'),
        jsonb_build_object('k', repeat('y', 20000)), ARRAY[repeat('z', 20000), NULL], 'ab', ARRAY[1, NULL])`,
      `INSERT INTO long (id, t, v, b, j, a, r) VALUES (2, repeat('é', 5000), '', '', 'null', '{}', NULL)`,
    );
    const [first, second] = await rowsOf('long');
    const json = `{"k": "${'y'.repeat(20_000)}"}`;
    const list = `{${'z'.repeat(20_000)},NULL}`;
    const bytes = `\\x${'00ff'.repeat(300_001)}`;
    expect(first?.cells).toEqual([
      '1',
      beginning('🐘'.repeat(1000), 5_200_000),
      beginning('x'.repeat(1000), 10_001),
      beginning(bytes.slice(0, 1000), bytes.length),
      beginning(json.slice(0, 1000), json.length),
      beginning(list.slice(0, 1000), list.length),
      beginning(`ab${' '.repeat(998)}`, 12_000),
      '{1,NULL}',
    ]);
    expect(second?.cells).toEqual(['2', 'é'.repeat(5000), '', '\\x', 'null', '{}', null, null]);
    expect(await wholeCell('long', first, 't')).toBe(elephants);
    expect(await wholeCell('long', first, 'b')).toBe(bytes);
    expect(await wholeCell('long', first, 'j')).toBe(json);
    expect(await wholeCell('long', first, 'c')).toBe(`ab${' '.repeat(11_998)}`);
    expect(await wholeCell('long', second, 'b')).toBe('\\x');
    expect(await wholeCell('long', second, 'r')).toBe(null);
  });

  test('that begin alike are in order, page by page', async () => {
    await bench.run(
      'CREATE TABLE alike (id int PRIMARY KEY, t text)',
      "INSERT INTO alike SELECT n, repeat('a', 11000) || n % 5 FROM generate_series(1, 310) n",
    );
    const asked = { order: [{ column: 't', descending: true }] };
    const pages = await bench.walk('alike', asked, 'last');
    const ids = pages.flatMap(({ rows }) => rows.map(({ cells }) => cells[0]));
    expect(ids).toEqual((await bench.ask('SELECT id FROM alike ORDER BY t DESC, id DESC')).map(([id]) => id));
  });

  test('of a key are whole where they tell rows apart', async () => {
    await bench.run(
      'CREATE TABLE named (name text PRIMARY KEY, note text)',
      "INSERT INTO named SELECT repeat('k', 15000) || n, repeat('n', 20000) || n FROM generate_series(1, 301) n",
    );
    const pages = await bench.walk('named', {}, 'first');
    const rows = pages.flatMap((page) => page.rows);
    expect(new Set(rows.map(({ locator }) => locator)).size).toBe(301);
    expect(await wholeCell('named', rows.at(-1), 'note')).toBe(`${'n'.repeat(20_000)}99`);
  });

  test('of a row that is gone, or that another has taken the place of, are not there', async () => {
    await bench.run(
      'CREATE TABLE moving (n int, t text)',
      "INSERT INTO moving VALUES (1, 'old')",
      "INSERT INTO long (id, t) VALUES (3, 'short')",
    );
    const [moved] = await rowsOf('moving');
    const gone = (await rowsOf('long')).at(-1);
    expect(await wholeCell('moving', moved, 't')).toBe('old');
    await bench.run(
      'DELETE FROM moving',
      'VACUUM moving',
      "INSERT INTO moving VALUES (2, 'another')",
      'DELETE FROM long WHERE id = 3',
    );
    expect(JSON.parse((await rowsOf('moving'))[0]?.locator ?? '').ctid).toBe('(0,1)');
    await expect(wholeCell('moving', moved, 't')).rejects.toMatchObject({
      appError: { code: 'not-found', kind: 'row', name: '(0,1)' },
    });
    await expect(wholeCell('long', gone, 't')).rejects.toMatchObject({
      appError: { code: 'not-found', kind: 'row', name: '3' },
    });
  });

  test('are found by a name of their row only', async () => {
    const wish = { ...bench.place('long'), identity: null, column: 't', offset: 0 };
    for (const locator of [
      '',
      '{"key":["1","2"]}',
      '{"ctid":"(0,1)"}',
      '{"key":[]}',
      '{"key":["1 or true"]}',
    ]) {
      await expect(bench.rows.cell({ ...wish, locator })).rejects.toThrow();
    }
  });
});

describe('values as they are read', () => {
  test('are as the server prints them', async () => {
    const types = [
      'boolean',
      'inet',
      'char(3)',
      'double precision',
      'timestamptz',
      'interval',
      'bytea',
      'numeric(6,2)',
    ];
    const texts = [
      't',
      '10.0.0.1',
      'a  ',
      '0.1',
      '2026-03-29 01:00:00.5+00',
      '1 mon 02:00:00',
      '\\x00',
      '1.50',
    ];
    await bench.run(
      `CREATE TABLE printed (${types.map((type, at) => `c${at} ${type}`).join(', ')})`,
      `INSERT INTO printed VALUES (${texts.map((text) => `'${text}'`).join(', ')})`,
    );
    expect((await rowsOf('printed'))[0]?.cells).toEqual(texts);
  });
});

describe('a place', () => {
  const byName = { order: [{ column: 'name', descending: false }] };

  beforeAll(async () => {
    await bench.run(
      'CREATE EXTENSION hstore',
      'CREATE TABLE people (id serial PRIMARY KEY, name text, born point, more hstore)',
      "INSERT INTO people (name) SELECT 'p' || n FROM generate_series(1, 700) n",
    );
  });

  test('of another order, filter or relation is refused', async () => {
    const { after } = await bench.page('people', byName);
    const at = { at: 'after' as const, cursor: after ?? '' };
    const filter = { conditions: [condition('id', 'more', '5')] };
    for (const asked of [{}, { order: [{ column: 'name', descending: true }] }, { ...byName, filter }]) {
      await expect(bench.page('people', asked, at)).rejects.toMatchObject({
        appError: { code: 'database-error', sqlState: '22023' },
      });
    }
    await expect(bench.page('people', byName, { ...at, cursor: '%%' })).rejects.toMatchObject({
      appError: { sqlState: '22023' },
    });
    expect((await bench.page('people', byName, at)).rows).toHaveLength(300);
  });

  test('is the same when its row is gone, and rows come before it', async () => {
    const { after } = await bench.page('people');
    await bench.run('DELETE FROM people WHERE id IN (300, 301)', 'INSERT INTO people (id) VALUES (-1)');
    const next = await bench.page('people', {}, { at: 'after', cursor: after ?? '' });
    expect(next.rows[0]?.cells[0]).toBe('302');
    const back = await bench.page('people', {}, { at: 'before', cursor: next.before ?? '' });
    expect([back.rows.at(-1)?.cells[0], back.rows.length]).toEqual(['299', 300]);
  });

  test('behind which nothing is left leads to the last page', async () => {
    const filter = { where: 'id > 400' };
    const first = await bench.page('people', { filter: { where: 'id > 399 and id < 10000' } });
    await bench.run('INSERT INTO people (id) SELECT generate_series(800, 1000)');
    const full = await bench.page('people', { filter });
    await bench.run('DELETE FROM people WHERE id > 650');
    expect(first.after).not.toBe(null);
    const page = await bench.page('people', { filter }, { at: 'after', cursor: full.after ?? '' });
    expect([page.rows[0]?.cells[0], page.rows.at(-1)?.cells[0], page.after]).toEqual(['401', '650', null]);
  });

  test('in an order that there is none of is refused', async () => {
    for (const [column, sqlState] of [
      ['gone', '42703'],
      ['born', '42883'],
      // Its order has no `<`, by which a page leads to the next.
      ['more', '42883'],
    ] as const) {
      const asked = { order: [{ column, descending: false }] };
      await expect(bench.page('people', asked)).rejects.toMatchObject({ appError: { sqlState } });
    }
  });
});

describe('columns that are to tell rows apart', () => {
  const check = (...columns: string[]) => bench.rows.checkIdentity({ ...bench.place('doubles'), columns });

  test('are counted where they do not', async () => {
    await bench.run(
      'CREATE TABLE doubles (a int, b text, j json)',
      "INSERT INTO doubles VALUES (1, 'x'), (1, 'y'), (1, 'y'), (2, 'x'), (NULL, 'x'), (NULL, NULL), (NULL, NULL)",
    );
    expect(await check('a')).toEqual({ duplicates: 3, nulls: 3 });
    expect(await check('a', 'b')).toEqual({ duplicates: 2, nulls: 3 });
    await bench.run("DELETE FROM doubles WHERE b = 'y' OR a IS NULL");
    expect(await check('a', 'b')).toEqual({ duplicates: 0, nulls: 0 });
  });

  test('are refused where they are not there, or cannot be compared', async () => {
    await expect(check('gone')).rejects.toMatchObject({ appError: { sqlState: '42703' } });
    await expect(check('j')).rejects.toMatchObject({ appError: { sqlState: '42883' } });
  });
});

test('a table that is written anew while its page waits is read as it is then', async () => {
  const waiting =
    'SELECT FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())';
  await bench.run(
    'CREATE TABLE anew AS SELECT generate_series(1, 3) AS id',
    'CREATE VIEW anew_seen AS SELECT * FROM anew',
  );
  for (const [relation, change] of [
    ['anew', 'ALTER TABLE anew ADD noise float8 DEFAULT random()'],
    ['anew_seen', 'ALTER TABLE anew ADD more float8 DEFAULT random()'],
  ] as const) {
    await bench.run('BEGIN', change);
    const page = bench.page(relation);
    await bench.run(
      `DO $$ BEGIN WHILE NOT EXISTS (${waiting}) LOOP PERFORM pg_sleep(0.01); END LOOP; END $$`,
      'COMMIT',
    );
    const { rows, fingerprint } = await page;
    expect(rows, relation).toHaveLength(3);
    expect(fingerprint).toBe((await bench.page(relation)).fingerprint);
  }
});

test('a relation that is not there is told by its name', async () => {
  await expect(bench.page('nowhere')).rejects.toMatchObject({
    appError: { code: 'not-found', kind: 'relation', name: 'public.nowhere' },
  });
  expect(await bench.rows.count({ ...bench.place('people'), filter: filterOf() })).toEqual({
    count: expect.any(Number),
  });
});
