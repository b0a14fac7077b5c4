import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtInTypes } from '../../../src/main/postgres/built-in-types.ts';
import { ColumnTypes } from '../../../src/main/postgres/column-types.ts';
import { type HeardConnection, openWireBench, type WireBench } from '../../support/wire-bench.ts';

let bench: WireBench;
let console: HeardConnection;
beforeAll(async () => {
  bench = await openWireBench();
  console = await bench.connect();
});
afterAll(() => bench.dispose());

const rowsOf = async (statement: string) => (await console.collect(statement)).results[0]?.rows;

describe('a session', () => {
  test('says who and where it is', () => {
    expect(console).toMatchObject({ user: 'postgres', database: 'postgres', transaction: 'idle' });
    expect(console.serverVersion).toMatch(/^\d+\.\d+$/);
    expect(Math.floor(console.serverVersionNumber / 10_000)).toBe(Number.parseInt(console.serverVersion, 10));
  });

  test('is as the defaults of the server say, but for what was asked', async () => {
    const asked = await bench.connect({ statementTimeoutMs: 1234, readOnly: true, database: 'template1' });
    const settings = (connection: HeardConnection) =>
      connection.query(
        `SELECT current_setting('statement_timeout'), current_setting('default_transaction_read_only'),
          current_setting('application_name'), current_setting('client_encoding'), current_database(),
          pg_backend_pid(), current_setting('server_version_num')`,
      );
    expect((await settings(asked)).rows).toEqual([
      [
        '1234ms',
        'on',
        'howdah console',
        'UTF8',
        'template1',
        String(asked.backendPid),
        String(asked.serverVersionNumber),
      ],
    ]);
    expect((await settings(console)).rows[0]?.slice(0, 2)).toEqual(['0', 'off']);
    const write = await asked.collect('CREATE TABLE forbidden ()');
    expect(write.end).toMatchObject({ kind: 'error', error: { sqlState: '25006' } });
    await asked.dispose();
    const differing = await console.query(
      `SELECT name, setting FROM pg_settings WHERE source = 'client' AND name NOT LIKE 'application%' ORDER BY 1`,
    );
    expect(differing.rows).toEqual([
      ['client_encoding', 'UTF8'],
      ['statement_timeout', '0'],
    ]);
  });

  test('keeps transactions, settings and temporary tables, and tells the state after each statement', async () => {
    console.transactions.length = 0;
    const ends = [];
    for (const statement of [
      'BEGIN',
      'CREATE TEMP TABLE kept (a int)',
      'SELECT 1/0',
      'SELECT 1',
      'ROLLBACK',
    ]) {
      ends.push((await console.collect(statement)).end);
    }
    expect(ends).toMatchObject([
      { command: 'BEGIN' },
      { command: 'CREATE TABLE' },
      { kind: 'error', error: { sqlState: '22012', severity: 'ERROR', message: 'division by zero' } },
      { kind: 'error', error: { sqlState: '25P02' } },
      { command: 'ROLLBACK' },
    ]);
    expect(console.transactions).toEqual(['in-transaction', 'in-transaction', 'failed', 'failed', 'idle']);
    expect(console.transaction).toBe('idle');
  });

  test('stops a statement after its timeout', async () => {
    const impatient = await bench.connect({ statementTimeoutMs: 20 });
    const { end } = await impatient.collect('SELECT pg_sleep(60)');
    expect(end).toMatchObject({
      error: { sqlState: '57014', message: 'canceling statement due to statement timeout' },
    });
    expect((await impatient.query('SELECT 1')).rows).toEqual([['1']]);
    await impatient.dispose();
  });

  test('hears notices, those at the start among them, and notifications', async () => {
    await bench.psql('CREATE DATABASE old');
    await bench.psql("UPDATE pg_database SET datcollversion = '1' WHERE datname = 'old'");
    const old = await bench.connect({ database: 'old' });
    expect(old.notices).toMatchObject([
      { severity: 'WARNING', message: expect.stringContaining('collation version') },
    ]);
    await old.dispose();
    await console.collect(
      "DO $$ BEGIN RAISE WARNING 'careful' USING DETAIL = 'a detail', HINT = 'a hint', ERRCODE = '01234'; END $$",
    );
    expect(console.notices).toEqual([
      { severity: 'WARNING', sqlState: '01234', message: 'careful', detail: 'a detail', hint: 'a hint' },
    ]);
    await console.collect('LISTEN "Ünï"');
    await bench.psql(`NOTIFY "Ünï", 'from elsewhere 😀'`);
    await expect
      .poll(() => console.notifications, { timeout: 20_000 })
      .toMatchObject([{ channel: 'Ünï', payload: 'from elsewhere 😀' }]);
  });

  test('reports what settings are now', async () => {
    expect(console.parameter('client_encoding')).toBe('UTF8');
    await console.collect("SET client_encoding = 'LATIN1'");
    expect(console.parameter('client_encoding')).toBe('LATIN1');
    const frames: Buffer[] = [];
    const rows = (bytes: Buffer) => void frames.push(bytes);
    // "é" is one byte there and back.
    await console.run(
      { text: Buffer.from("SELECT 'é', length('é')", 'latin1') },
      { onColumns: () => ({ rows }) },
    );
    expect(Buffer.concat(frames).subarray(11)).toEqual(Buffer.from('é\0\0\0\u00011', 'latin1'));
    const garbled = Buffer.from('SELECT "é", unknown', 'latin1');
    const { end } = await console.collect({ text: garbled });
    expect(end).toMatchObject({ error: { message: 'column "é" does not exist', position: 8 } });
    await console.collect('RESET client_encoding');
    expect(console.parameter('client_encoding')).toBe('UTF8');
    expect(console.parameter('nothing')).toBeUndefined();
  });
});

describe('a statement', () => {
  test.each([
    ['CREATE TEMP TABLE plain (a int, b text)', 'CREATE TABLE'],
    ["INSERT INTO plain VALUES (1, 'x'), (2, NULL)", 'INSERT 0 2'],
    ['UPDATE plain SET a = a + 1 RETURNING *', 'UPDATE 2'],
    ['SELECT FROM plain', 'SELECT 2'],
    ['', ''],
    ['-- nothing', ''],
    [';', ''],
    ['VACUUM', 'VACUUM'],
    ['SHOW lc_messages', 'SHOW'],
    ['EXPLAIN SELECT 1', 'EXPLAIN'],
    ['VALUES (1), (2)', 'SELECT 2'],
    ['DELETE FROM plain', 'DELETE 2'],
  ])('%s', async (statement, command) => {
    expect((await console.collect(statement)).end).toEqual({ kind: 'complete', command });
  });

  test('with values is bound: NULL, empty, every character', async () => {
    const values = ['1', null, '', "é😀'\\ \n"];
    const { end, results } = await console.collect({ text: 'SELECT $1::int + 1, $2, $3, $4', values });
    expect(end).toEqual({ kind: 'complete', command: 'SELECT 1' });
    expect(results[0]?.rows).toEqual([['2', ...values.slice(1)]]);
    expect((await console.collect({ text: '', values: [] })).end).toEqual({ kind: 'complete', command: '' });
    const wrong = await console.collect({ text: 'SELECT $1::int', values: ['x'] });
    expect(wrong.end).toMatchObject({ kind: 'error', error: { sqlState: '22P02' } });
    expect((await console.query('SELECT $1', ['still here'])).rows).toEqual([['still here']]);
  });

  test('with values fails at its commit, too', async () => {
    await console.collect(
      'CREATE TEMP TABLE late (a int UNIQUE DEFERRABLE INITIALLY DEFERRED); INSERT INTO late VALUES (1)',
    );
    const { end } = await console.collect({ text: 'INSERT INTO late VALUES ($1)', values: ['1'] });
    expect(end).toMatchObject({
      kind: 'error',
      error: { sqlState: '23505', table: 'late', constraint: 'late_a_key' },
    });
    expect((await console.query('SELECT * FROM late')).rows).toEqual([['1']]);
  });

  test('that a rule changes answers several results', async () => {
    await console.collect(
      `CREATE TEMP TABLE ruled (a int); CREATE RULE twice AS ON UPDATE TO ruled
        DO INSTEAD (SELECT 'first' AS one; SELECT 2 AS two, 3 AS three)`,
    );
    const { end, results } = await console.collect('UPDATE ruled SET a = 1');
    expect(end).toEqual({ kind: 'complete', command: 'UPDATE 0' });
    expect(results.map(({ columns, rows }) => [columns.map(({ name }) => name), rows])).toEqual([
      [['one'], [['first']]],
      [['two', 'three'], [['2', '3']]],
    ]);
  });

  test('that fails on its way keeps the rows before', async () => {
    const { end, results } = await console.collect('SELECT 1/(5-i) FROM generate_series(1,10) i');
    expect(end).toMatchObject({ kind: 'error', error: { sqlState: '22012' } });
    expect(results[0]?.rows).toEqual([['0'], ['0'], ['0'], ['1']]);
  });

  test('is told apart by every field of its error', async () => {
    const at = await console.collect('SELECT "é😀", nothing');
    expect(at.end).toMatchObject({ error: { sqlState: '42703', position: 8, internalPosition: null } });
    await console.collect(
      `CREATE TEMP TABLE checked (a int CONSTRAINT positive CHECK (a > 0));
       CREATE FUNCTION pg_temp.broken() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN (SELECT none FROM pg_class); END $$`,
    );
    const violated = await console.collect('INSERT INTO checked VALUES (-1)');
    expect(violated.end).toMatchObject({
      error: {
        ...{ sqlState: '23514', table: 'checked', constraint: 'positive', position: null },
        ...{ detail: 'Failing row contains (-1).', hint: null, schema: expect.stringMatching(/^pg_temp/) },
      },
    });
    const inside = await console.collect('SELECT pg_temp.broken()');
    expect(inside.end).toMatchObject({
      error: {
        ...{ sqlState: '42703', position: null, internalPosition: 9 },
        ...{ internalQuery: '(SELECT none FROM pg_class)', where: expect.stringContaining('broken()') },
      },
    });
  });

  test('with a zero byte is refused, whole', async () => {
    const { end } = await console.collect("SELECT 'é\0'; DROP TABLE plain");
    expect(end).toMatchObject({ kind: 'error', error: { sqlState: '22021', position: 10 } });
    const bytes = await console.collect({ text: Buffer.from('SELECT 1\0') });
    expect(bytes.end).toMatchObject({ kind: 'error', error: { sqlState: '22021', position: null } });
  });

  test('of 8 MB and one that is asked for meanwhile run one after the other', async () => {
    const [first, second] = await Promise.all([
      console.collect(`SELECT length('${'é'.repeat(4_000_000)}')`),
      console.collect('SELECT 2'),
    ]);
    expect([first.results[0]?.rows, second.results[0]?.rows]).toEqual([[['4000000']], [['2']]]);
  });

  test('whose error is a text of 40 MB ends with its beginning', async () => {
    const { end } = await console.collect(
      "DO $$ BEGIN RAISE EXCEPTION '%', repeat('é', 20000000) USING ERRCODE = 'P0042'; END $$",
    );
    if (end.kind !== 'error') throw new Error(end.kind);
    expect(end.error.sqlState).toBe('P0042');
    expect(end.error.message).toMatch(/^é{500000,}…$/);
    expect(await rowsOf('SELECT 1')).toEqual([['1']]);
  });

  test("whose rows cannot be taken is cancelled and fails with the taker's words; the session lives", async () => {
    let taken = 0;
    const failing = (fail: () => void | Promise<void>) =>
      console.run(
        { text: 'SELECT * FROM generate_series(1, 10000000)' },
        {
          onColumns: () => ({
            rows(_, count) {
              taken += count;
              return fail();
            },
          }),
        },
      );
    await expect(failing(() => Promise.reject(new Error('disk full')))).rejects.toThrow('disk full');
    expect(taken).toBeLessThan(100_000);
    const thrown = failing(() => {
      throw new Error('a bug');
    });
    await expect(thrown).rejects.toThrow('a bug');
    const shapeless = console.run(
      { text: 'SELECT 1' },
      {
        onColumns: () => {
          throw new Error('no result left');
        },
      },
    );
    await expect(shapeless).rejects.toThrow('no result left');
    expect(await rowsOf('SELECT 1')).toEqual([['1']]);
  });
});

describe('rows', () => {
  test('may have columns of one name', async () => {
    const twice = await console.collect('SELECT 1 AS a, 2 AS a, 3');
    expect(twice.results[0]?.columns.map(({ name }) => name)).toEqual(['a', 'a', '?column?']);
    expect(twice.results[0]?.rows).toEqual([['1', '2', '3']]);
  });

  test('may have no columns', async () => {
    const none = await console.collect('SELECT FROM generate_series(1, 3)');
    expect(none).toEqual({
      end: { kind: 'complete', command: 'SELECT 3' },
      results: [{ columns: [], rows: [[], [], []] }],
    });
  });

  test('may have 200 columns', async () => {
    const names = Array.from({ length: 200 }, (_, index) => `column_${index}`);
    const wide = await console.collect(
      `SELECT ${names.map((name, index) => `${index} AS ${name}`).join(', ')}`,
    );
    expect(wide.results[0]?.columns.map(({ name }) => name)).toEqual(names);
    expect(wide.results[0]?.rows).toEqual([names.map((_, index) => String(index))]);
  });

  test('tell NULL from an empty text', async () => {
    expect(await rowsOf("SELECT NULL, '', ' '")).toEqual([[null, '', ' ']]);
  });

  const values = [
    ["'\\x00ff'::bytea", '\\x00ff'],
    ['\'{"b": 1, "a": 1.10}\'::json', '{"b": 1, "a": 1.10}'],
    ['\'{"b": 1, "a": 1.10}\'::jsonb', '{"a": 1.10, "b": 1}'],
    ["ARRAY['a', NULL, 'NULL', '', 'x y']", '{a,NULL,"NULL","","x y"}'],
    ["'infinity'::timestamptz", 'infinity'],
    ["'-infinity'::date", '-infinity'],
    ["'NaN'::numeric", 'NaN'],
    ['9223372036854775807', '9223372036854775807'],
    ['1.10::numeric', '1.10'],
    ['0.1::float8 + 0.2::float8', '0.30000000000000004'],
    ["'2024-02-29 12:34:56.123456'::timestamp", '2024-02-29 12:34:56.123456'],
    ["'0044-03-15 BC'::date", '0044-03-15 BC'],
    ["'1 year 2 mons -3 days 04:05:06.000007'::interval", '1 year 2 mons -3 days +04:05:06.000007'],
    ["'[1,5)'::int4range", '[1,5)'],
    ["'{[1,2),[5,6)}'::int4multirange", '{[1,2),[5,6)}'],
    ["'empty'::daterange", 'empty'],
    ["ROW(1, 'a b', NULL)", '(1,"a b",)'],
    ['true', 't'],
    ["'é😀'", 'é😀'],
  ];
  test.each(values)('%s keeps its text', async (expression, text) => {
    expect(await rowsOf(`SELECT ${expression}`)).toEqual([[text]]);
  });

  test('read as in psql', async () => {
    const statement = values.map(([expression]) => `SELECT ${expression}`).join(';');
    expect((await bench.psql(statement)).split('\n')).toEqual(values.map(([, text]) => text));
  });
});

describe('types of columns', () => {
  test('have the names that the server gives them, whatever their modifier', async () => {
    const types = new ColumnTypes(console);
    const oids = builtInTypes.flatMap(([oid, arrayOid]) => (arrayOid === 0 ? [oid] : [oid, arrayOid]));
    const modified: [number, number][] = [
      ...[1043, 1015, 1042, 1014].map((oid): [number, number] => [oid, 104]),
      ...[1560, 1562, 1561].map((oid): [number, number] => [oid, 7]),
      ...[1083, 1114, 1184, 1266, 1115].map((oid): [number, number] => [oid, 3]),
      ...[
        [10, 2],
        [10, -2],
        [1000, 0],
      ].map(([precision = 0, scale = 0]): [number, number] => [
        1700,
        (precision << 16) + (scale & 0x7ff) + 4,
      ]),
      ...[4, 2, 6, 8, 1024, 1032, 3080, 7176, 0x7fff, 6144].flatMap((fields): [number, number][] => [
        [1186, (fields << 16) + 0xffff],
        [1186, (fields << 16) + 2],
      ]),
    ];
    const asked = [...oids.map((oid): [number, number] => [oid, -1]), ...modified];
    const { rows } = await console.query(
      `SELECT format_type(oid, modifier) FROM unnest($1::oid[], $2::int[]) WITH ORDINALITY AS a (oid, modifier, n) ORDER BY n`,
      [`{${asked.map(([oid]) => oid).join(',')}}`, `{${asked.map(([, modifier]) => modifier).join(',')}}`],
    );
    const columns = asked.map(([typeOid, typeModifier]) => ({ name: '', typeOid, typeModifier }));
    expect(types.columns(columns).map(({ type }) => type)).toEqual(rows.map(([name]) => name));
  });

  test('of the database are learned when nothing runs, and asked for once', async () => {
    const types = new ColumnTypes(console);
    const shown = async (statement: string) => {
      const { results } = await console.collect(statement);
      return types.columns(results[0]?.columns ?? []).map(({ type, align }) => [type, align]);
    };
    await console.collect(
      'CREATE TYPE "Mood" AS ENUM (\'sad\', \'ok\'); CREATE TABLE people (m "Mood", n numeric(5,1))',
    );
    await types.learn();
    expect(await shown('SELECT m, ARRAY[m], n, 1::oid FROM people')).toEqual([
      ['"Mood"', 'left'],
      ['"Mood"[]', 'left'],
      ['numeric(5,1)', 'right'],
      ['oid', 'right'],
    ]);
    await console.collect('BEGIN');
    expect(await shown('SELECT people FROM people')).toEqual([[expect.stringMatching(/^oid \d+$/), 'left']]);
    await types.learn();
    expect(await shown('SELECT people FROM people')).toEqual([[expect.stringMatching(/^oid \d+$/), 'left']]);
    await console.collect('COMMIT');
    await types.learn();
    expect(await shown('SELECT people FROM people')).toEqual([['people', 'left']]);
    console.transactions.length = 0;
    await types.learn();
    expect(console.transactions).toEqual([]);
  });
});
