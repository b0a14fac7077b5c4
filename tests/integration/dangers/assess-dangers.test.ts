import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { assessDangers } from '../../../src/main/consoles/dangers/assess-dangers.ts';
import { waitUntilReady } from '../../../src/main/instances/state/wait-until-ready.ts';
import type { ConsoleConnection } from '../../../src/main/postgres/console-connection.ts';
import { openConsoleConnection } from '../../../src/main/postgres/open-console-connection.ts';
import { openSession, type Session } from '../../../src/main/postgres/open-session.ts';
import { scanSql } from '../../../src/shared/sql/scan-sql.ts';
import { type InstancesBench, openInstancesBench } from '../../support/instances-bench.ts';

let bench: InstancesBench;
let console: ConsoleConnection;
/** Another one on the same server. */
let other: Session;

const schema = `
  CREATE TABLE customers (id int PRIMARY KEY, email text);
  CREATE TABLE orders (id int PRIMARY KEY, customer int REFERENCES customers);
  CREATE TABLE lines (id int, "order" int REFERENCES orders);
  INSERT INTO customers SELECT n FROM generate_series(1, 100) n;
  INSERT INTO orders SELECT n, n FROM generate_series(1, 50) n;
  INSERT INTO lines SELECT n, n FROM generate_series(1, 20) n;
  CREATE TABLE events (at int) PARTITION BY RANGE (at);
  CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (10);
  CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (10) TO (20);
  INSERT INTO events SELECT generate_series(5, 14);
  CREATE TABLE parent (a int);
  CREATE TABLE heir () INHERITS (parent);
  INSERT INTO parent VALUES (1);
  INSERT INTO heir VALUES (1), (2);
  CREATE TABLE none (a int);
  CREATE VIEW all_customers AS SELECT * FROM customers;
  CREATE VIEW endless AS SELECT n FROM generate_series(1, 1000000000000) n;
  CREATE MATERIALIZED VIEW counted AS SELECT id FROM customers;
  CREATE SCHEMA old;
  CREATE TABLE old.things AS SELECT generate_series(1, 5000);
  CREATE TABLE "Sales ""Orders"" 🐘" AS SELECT 1 AS a;
  CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
  CREATE TYPE mood AS (happy bool, sad bool)`;

beforeAll(async () => {
  bench = await openInstancesBench();
  const name = await bench.run(
    'dangers',
    ['-e', 'POSTGRES_PASSWORD=s3cret', '-p', '127.0.0.1::5432'],
    ['-c', 'fsync=off', '-c', 'autovacuum=off'],
  );
  await waitUntilReady(bench, name, { timeoutMs: 60_000 });
  const target = await bench.access.targetOf(name);
  other = await openSession(target);
  await other.query(schema);
  await other.query('CREATE DATABASE "Old DB"');
  const nothing = () => undefined;
  console = await openConsoleConnection(
    target,
    { statementTimeoutMs: 0, readOnly: false },
    { onNotice: nothing, onNotification: nothing, onEnd: nothing, onTransaction: nothing },
  );
});
afterAll(async () => {
  await console.dispose();
  await other.dispose();
  await bench.dispose();
});
afterEach(async () => {
  if (console.transaction !== 'idle') await console.query('ROLLBACK');
});

interface Around {
  variables?: Record<string, string>;
  values?: Record<string, string | null>;
  offset?: number;
  signal?: AbortSignal;
  session?: ConsoleConnection | null;
}

function assess(text: string, around: Around = {}) {
  const { variables = {}, values = {}, offset = 0, signal = new AbortController().signal } = around;
  const session = around.session === undefined ? console : around.session;
  const script = {
    text,
    offset,
    items: scanSql(text),
    variables: new Map(Object.entries(variables)),
    values,
  };
  return assessDangers(script, session, signal);
}

async function figures(text: string, around: Around = {}) {
  const { dangers } = await assess(text, around);
  return dangers.map(({ object, rows, sizeBytes }) => ({ object, rows, sizeBytes }));
}

const exactly = (count: number) => ({ count, exact: true });
const bytes = expect.any(Number);

test.each([
  ['DELETE FROM customers', 'customers', exactly(100)],
  ['UPDATE ONLY customers AS c SET email = null RETURNING *', 'customers', exactly(100)],
  ['DELETE FROM parent', 'parent', exactly(3)],
  ['DELETE FROM ONLY parent', 'parent', exactly(1)],
  ['UPDATE events SET at = at', 'events', exactly(10)],
  ['DELETE FROM all_customers', 'all_customers', exactly(100)],
  ['DELETE FROM customers c USING orders o, lines', 'customers', exactly(100)],
  ['DELETE FROM customers USING none', 'customers', exactly(0)],
  ['UPDATE customers SET email = null FROM orders', 'customers', exactly(100)],
  ['DELETE FROM "Sales ""Orders"" 🐘"', '"Sales ""Orders"" 🐘"', exactly(1)],
  ['WITH gone AS (DELETE FROM lines RETURNING 1) SELECT count(*) FROM gone', 'lines', exactly(20)],
  ['DELETE FROM no_such_table', 'no_such_table', null],
])('counts the rows of %s', async (text, object, rows) => {
  expect(await figures(text)).toEqual([{ object, rows, sizeBytes: null }]);
  expect(console.transaction).toBe('idle');
  expect(await other.query('SELECT count(*)::int FROM customers')).toEqual([{ count: 100 }]);
});

test.each([
  [
    'TRUNCATE lines, events',
    [
      { object: 'lines', rows: exactly(20), sizeBytes: bytes },
      { object: 'events', rows: exactly(10), sizeBytes: bytes },
    ],
  ],
  ['TRUNCATE ONLY parent', [{ object: 'parent', rows: exactly(1), sizeBytes: bytes }]],
  [
    'TRUNCATE customers RESTART IDENTITY CASCADE',
    [
      { object: 'customers', rows: exactly(100), sizeBytes: bytes },
      { object: 'lines', rows: exactly(20), sizeBytes: bytes },
      { object: 'orders', rows: exactly(50), sizeBytes: bytes },
    ],
  ],
  ['DROP TABLE events', [{ object: 'table events', rows: exactly(10), sizeBytes: bytes }]],
  [
    'DROP MATERIALIZED VIEW counted',
    [{ object: 'materialized view counted', rows: exactly(100), sizeBytes: bytes }],
  ],
  ['DROP INDEX customers_pkey', [{ object: 'index customers_pkey', rows: null, sizeBytes: bytes }]],
  ['DROP VIEW endless', [{ object: 'view endless', rows: null, sizeBytes: null }]],
  ['DROP SCHEMA old CASCADE', [{ object: 'schema old', rows: null, sizeBytes: bytes }]],
  ['DROP DATABASE "Old DB"', [{ object: 'database "Old DB"', rows: null, sizeBytes: bytes }]],
  ['DROP FUNCTION f(int)', [{ object: 'function f(int)', rows: null, sizeBytes: null }]],
  [
    'ALTER TABLE customers DROP COLUMN email',
    [{ object: 'column email of table customers', rows: exactly(100), sizeBytes: null }],
  ],
  [
    'ALTER TABLE orders DROP CONSTRAINT orders_pkey CASCADE',
    [{ object: 'constraint orders_pkey of table orders', rows: null, sizeBytes: null }],
  ],
  ['DROP TABLE no_such_table', [{ object: 'table no_such_table', rows: null, sizeBytes: null }]],
  ['DROP TABLE a.b.c.d', [{ object: 'table a.b.c.d', rows: null, sizeBytes: null }]],
])('tells rows and size of %s', async (text, expected) => {
  expect(await figures(text)).toEqual(expected);
  expect(console.transaction).toBe('idle');
});

test('tells the size of everything that belongs to it', async () => {
  const [row] = await other.query<Record<string, string>>(
    `SELECT pg_total_relation_size('old.things') AS things, pg_total_relation_size('events_1') AS event,
       pg_database_size('Old DB') AS database`,
  );
  const [schemaDanger, events, database] = await figures(
    'DROP SCHEMA old; DROP TABLE events; DROP DATABASE "Old DB"',
  );
  expect(schemaDanger?.sizeBytes).toBe(Number(row?.things));
  expect(events?.sizeBytes).toBe(2 * Number(row?.event));
  expect(database?.sizeBytes).toBe(Number(row?.database));
});

test.each([
  'DROP TABLE IF EXISTS no_such_table',
  'DROP SCHEMA IF EXISTS nowhere CASCADE',
  'DROP DATABASE IF EXISTS "old db"',
  'DROP TYPE IF EXISTS cheer; DROP ROLE IF EXISTS nobody; DROP EXTENSION IF EXISTS hstore',
  'DROP FUNCTION IF EXISTS g(int); DROP TRIGGER IF EXISTS t ON no_such_table',
  'ALTER TABLE IF EXISTS no_such_table DROP COLUMN a',
  'SELECT 1; DELETE FROM customers WHERE id = 1; CREATE TABLE x (a int)',
])('does not ask about %s', async (text) => {
  expect(await assess(text)).toEqual({ dangers: [], more: 0 });
});

test('IF EXISTS is asked about as far as it is there', async () => {
  const script = `
    DROP TABLE IF EXISTS no_such_table, lines;
    CREATE TABLE lines (a int);
    DROP DATABASE IF EXISTS "Old DB";
    DROP TYPE IF EXISTS mood;
    DROP FUNCTION IF EXISTS public.f(int)`;
  expect((await figures(script)).map(({ object }) => object)).toEqual([
    'table lines',
    'database "Old DB"',
    'type mood',
    'function public.f(int)',
  ]);
});

test('reads the server the same however the session reads strings', async () => {
  await console.query('SET standard_conforming_strings = off');
  expect((await figures('DROP TRIGGER IF EXISTS t ON customers')).map(({ object }) => object)).toEqual([
    'trigger t ON customers',
  ]);
  await console.query('RESET standard_conforming_strings');
});

test('names are those of the session', async () => {
  await console.query('SET search_path = old');
  expect(await figures('TRUNCATE things; DROP TABLE IF EXISTS customers')).toEqual([
    { object: 'things', rows: exactly(5000), sizeBytes: bytes },
  ]);
  await console.query('RESET search_path');
});

test('counts what the transaction itself did, and leaves it as it was', async () => {
  await console.query('BEGIN');
  await console.query('INSERT INTO none VALUES (1), (2)');
  await console.query('CREATE TEMP TABLE mine AS SELECT generate_series(1, 7)');
  const locks = () =>
    other.query('SELECT relation, mode FROM pg_locks WHERE pid = $1 ORDER BY 1, 2', [console.backendPid]);
  const before = await locks();
  expect(await figures('DELETE FROM none; DROP TABLE mine; TRUNCATE customers CASCADE')).toMatchObject([
    { rows: exactly(2) },
    { rows: exactly(7) },
    ...[{ rows: exactly(100) }, { rows: exactly(20) }, { rows: exactly(50) }],
  ]);
  expect(await locks()).toEqual(before);
  expect(console.transaction).toBe('in-transaction');
  expect((await console.query('SELECT count(*) FROM none')).rows).toEqual([['2']]);
});

test('without figures where nothing can be asked', async () => {
  const text = 'DELETE FROM customers; DROP TABLE IF EXISTS no_such_table';
  const unknown = [
    { object: 'customers', rows: null, sizeBytes: null },
    { object: 'table no_such_table', rows: null, sizeBytes: null },
  ];
  expect(await figures(text, { session: null })).toEqual(unknown);
  expect(await figures(`\\connect elsewhere\n${text}`)).toEqual(unknown);
  await console.query('BEGIN');
  await expect(console.query('SELECT nonsense')).rejects.toThrow();
  expect(await figures(text)).toEqual(unknown);
});

test('estimates what takes longer than its limit', async () => {
  await console.query('BEGIN');
  expect(await figures('DELETE FROM endless')).toEqual([
    { object: 'endless', rows: { count: bytes, exact: false }, sizeBytes: null },
  ]);
  expect(console.transaction).toBe('in-transaction');
});

test('tells what the server noted of a table that another session has locked', async () => {
  await other.query('ANALYZE customers');
  await other.query('BEGIN');
  await other.query('LOCK TABLE customers');
  expect(await figures('DELETE FROM customers; DROP TABLE customers')).toEqual([
    { object: 'customers', rows: { count: 100, exact: false }, sizeBytes: null },
    { object: 'table customers', rows: { count: 100, exact: false }, sizeBytes: null },
  ]);
  await other.query('ROLLBACK');
});

test('lists twenty, sizes ten, and counts the others', async () => {
  const { dangers, more } = await assess('DELETE FROM none;\n'.repeat(25));
  expect(dangers).toHaveLength(20);
  expect(more).toBe(5);
  expect(dangers.map(({ rows }) => rows)).toEqual([
    ...Array.from({ length: 10 }, () => exactly(0)),
    ...Array.from({ length: 10 }, () => null),
  ]);
});

test('says where each stands, and shows no password', async () => {
  const script = `SELECT 'é 🐘'; -- all\nDELETE /* really */ FROM customers;\n\n  DROP USER ann`;
  const { dangers } = await assess(script, { offset: 100 });
  expect(dangers).toMatchObject([
    { kind: 'delete-all', place: { offset: 100 + script.indexOf('DELETE'), line: 2, column: 1 } },
    {
      kind: 'drop',
      text: 'DROP USER ann',
      place: { offset: 100 + script.indexOf('DROP'), line: 4, column: 3 },
    },
  ]);
  const [danger] = (await assess(`UPDATE users SET password = 'hunter2', note = '${'x'.repeat(400)}'`))
    .dangers;
  expect(danger?.text).toMatch(/^UPDATE users SET password = '\*\*\*'.*…$/);
  expect(danger?.text).toHaveLength(300);
});

test('reads variables and parameters where they have a value', async () => {
  const around = { variables: { clear: 'truncate' }, values: { which: 'lines' } };
  expect(await figures(':clear :"which"', around)).toMatchObject([{ object: '"lines"', rows: exactly(20) }]);
});

test('a signal ends it', async () => {
  const cancelled = { appError: { code: 'cancelled' } };
  await expect(assess('DELETE FROM customers', { signal: AbortSignal.abort() })).rejects.toMatchObject(
    cancelled,
  );
  expect(console.transaction).toBe('idle');
});
