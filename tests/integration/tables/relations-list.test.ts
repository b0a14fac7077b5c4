import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ConsoleConnection } from '../../../src/main/postgres/console-connection.ts';
import { openConsoleConnection } from '../../../src/main/postgres/open-console-connection.ts';
import { makeCustomers } from '../../../src/main/tables/relations/make-customers.ts';
import { readRelationList } from '../../../src/main/tables/relations/read-relation-list.ts';
import type { Topic } from '../../../src/shared/contract/changes.ts';
import { type ConsoleBench, openConsoleBench } from '../../support/console-bench.ts';

let bench: ConsoleBench;
const sessions: ConsoleConnection[] = [];

beforeAll(async () => {
  bench = await openConsoleBench();
});
afterAll(async () => {
  await Promise.all(sessions.map((session) => session.dispose()));
  await bench.dispose();
});

const nothing = () => undefined;
const listeners = { onNotice: nothing, onNotification: nothing, onTransaction: nothing, onEnd: nothing };

/** Or the session keeps its counts to itself for some seconds. */
const flush = 'SELECT pg_stat_force_next_flush()';

/** A database of its own, made with these statements. */
async function newDatabase(database: string, ...statements: string[]) {
  await bench.psql(`CREATE DATABASE ${database}`);
  const target = await bench.services.access.targetOf(bench.instance);
  const options = { database, statementTimeoutMs: 0, readOnly: false };
  const session = await openConsoleConnection(target, options, listeners);
  sessions.push(session);
  for (const statement of statements) await session.query(statement);
  return { place: { instance: bench.instance, database }, session };
}

const answer = async (session: ConsoleConnection, sql: string) => (await session.query(sql)).rows;

test('relations of all kinds are listed, with what their partitions hold', async () => {
  const { place, session } = await newDatabase('listed', ...listed);
  const { relations, ...rest } = await bench.call.tables.list(place);
  expect(rest).toEqual({ schemas: ['Odd "s" 🐘', 'hollow', 'public'], cut: false, currentSchema: 'public' });
  expect(relations.map(({ schema, name, kind }) => `${schema}.${name} ${kind}`)).toEqual([
    ...['Odd "s" 🐘.Sales Orders table', 'public.counted table', 'public.days partitioned-table'],
    ...['public.days_late partitioned-table', 'public.days_late_rest table', 'public.days_soon table'],
    ...['public.empty table', 'public.kept materialized-view', 'public.seen view'],
  ]);
  const of = (name: string) => relations.find((relation) => relation.name === name);
  expect(of('counted')).toMatchObject({ estimatedRows: 1000, comment: 'it’s counted', partitionOf: null });
  expect(of('empty')).toMatchObject({ estimatedRows: 0, comment: null });
  expect(of('seen')).toMatchObject({ estimatedRows: null, sizeBytes: null });
  expect(of('days_late_rest')?.partitionOf).toEqual({ schema: 'public', name: 'days_late' });
  expect([of('days')?.estimatedRows, of('days_late')?.estimatedRows]).toEqual([300, 200]);
  const parts = ['days_late_rest', 'days_soon'].map((name) => of(name)?.sizeBytes ?? 0);
  expect(of('days')?.sizeBytes).toBe(parts.reduce((sum, bytes) => sum + bytes));
  const [size] = await answer(session, `SELECT pg_total_relation_size('counted')`);
  expect(of('counted')?.sizeBytes).toBe(Number(size?.[0]));
});

const listed = [
  'CREATE SCHEMA "Odd ""s"" 🐘"',
  'CREATE SCHEMA hollow',
  'CREATE TABLE "Odd ""s"" 🐘"."Sales Orders" (a int)',
  'CREATE TEMP TABLE passing (a int)',
  'CREATE TABLE empty (a int)',
  'CREATE TABLE counted AS SELECT a FROM generate_series(1, 1000) a',
  `COMMENT ON TABLE counted IS 'it’s counted'`,
  'CREATE TABLE days (day int PRIMARY KEY) PARTITION BY RANGE (day)',
  'CREATE TABLE days_soon PARTITION OF days FOR VALUES FROM (0) TO (100)',
  'CREATE TABLE days_late PARTITION OF days FOR VALUES FROM (100) TO (1000) PARTITION BY RANGE (day)',
  'CREATE TABLE days_late_rest PARTITION OF days_late DEFAULT',
  'INSERT INTO days SELECT generate_series(0, 299)',
  'CREATE VIEW seen AS SELECT 1 AS one',
  'CREATE MATERIALIZED VIEW kept AS SELECT 1 AS one',
  flush,
];

test('a table that somebody holds alone keeps nobody waiting', async () => {
  const { place, session } = await newDatabase(
    'held',
    'CREATE TABLE held AS SELECT a FROM generate_series(1, 5000) a',
    'VACUUM ANALYZE held',
  );
  const [size] = await answer(session, `SELECT pg_relation_size('held')`);
  await session.query('BEGIN');
  await session.query('ALTER TABLE held ADD b int');
  const { relations } = await bench.call.tables.list(place);
  expect(relations).toMatchObject([{ name: 'held', estimatedRows: 5000, sizeBytes: Number(size?.[0]) }]);
  await session.query('ROLLBACK');
});

test('estimates tell what was counted last, and more if there is more', async () => {
  const { place, session } = await newDatabase(
    'estimates',
    'CREATE TABLE known AS SELECT a FROM generate_series(1, 1000) a',
    flush,
    'ANALYZE known',
    'CREATE TABLE twice (a int)',
    // The session tells of these rows when they were seen already.
    'INSERT INTO twice VALUES (1), (2), (3)',
    'ANALYZE twice',
    flush,
  );
  const estimate = async (name = 'known') =>
    (await bench.call.tables.list(place)).relations.find((one) => one.name === name)?.estimatedRows;
  expect(await estimate()).toBe(1000);
  expect(await estimate('twice')).toBe(3);
  await session.query('DELETE FROM known WHERE a > 10');
  await session.query(flush);
  expect(await estimate()).toBe(10);
  // As after a crash: the counters know of nothing but what came since.
  await session.query('SELECT pg_stat_reset()');
  await session.query('INSERT INTO known VALUES (1)');
  await session.query(flush);
  expect(await estimate()).toBe(1000);
});

test('a list that is cut says so', async () => {
  const { session } = await newDatabase('cut', 'CREATE TABLE a ()', 'CREATE TABLE b ()', 'CREATE TABLE c ()');
  expect(await readRelationList(session, 2)).toMatchObject({
    cut: true,
    relations: [{ name: 'a' }, { name: 'b' }],
  });
  expect((await readRelationList(session, 3)).cut).toBe(false);
});

test('the sample is made once, with its rows, and the lists are told', async () => {
  const { place, session } = await newDatabase('sample');
  const told: Topic[] = [];
  const stop = bench.services.changes.onChange((topics) => told.push(...topics));
  const customers = { schema: 'public', name: 'customers' };
  expect(await bench.call.tables.createCustomers(place)).toEqual(customers);
  stop();
  expect(told).toContain('catalog');
  await session.query(`UPDATE customers SET name = 'Johanna', is_active = false WHERE id = 1`);
  await session.query(`DELETE FROM customers WHERE name = 'Tenxi'`);
  await session.query('ALTER TABLE customers ADD phone text');
  await session.query(flush);
  expect(await bench.call.tables.createCustomers(place)).toEqual(customers);
  expect(await answer(session, 'SELECT name, email, is_active FROM customers ORDER BY email')).toEqual([
    ['Bagus', 'bagus@example.com', 't'],
    ['Johanna', 'john@example.com', 'f'],
    ['Tenxi', 'tenxi@example.com', 't'],
  ]);
  const { relations } = await bench.call.tables.list(place);
  expect(relations).toMatchObject([{ ...customers, estimatedRows: 3 }]);
  const { ddl } = await bench.call.tables.structure({ ...place, relation: customers });
  expect(ddl.split('\n')).toContain('    email character varying(150) NOT NULL,');
});

test('the sample goes where the role may make it, or says why not', async () => {
  const { place, session } = await newDatabase(
    'placed',
    'CREATE SCHEMA "My app"',
    'CREATE SCHEMA app',
    'ALTER DATABASE placed SET search_path = nowhere, "My app", public',
  );
  expect((await bench.call.tables.list(place)).currentSchema).toBe('My app');
  expect(await bench.call.tables.createCustomers(place)).toEqual({ schema: 'My app', name: 'customers' });
  await session.query('SET search_path = app');
  await session.query('CREATE TABLE app.customers (id int PRIMARY KEY, email text UNIQUE)');
  await expect(makeCustomers(session)).rejects.toMatchObject({
    appError: { code: 'name-taken', kind: 'relation', name: 'app.customers' },
  });
  expect(session.transaction).toBe('idle');
  for (const [kind, definition] of others) {
    await session.query(`CREATE SCHEMA other CREATE ${kind} customers ${definition}`);
    await session.query('SET search_path = other');
    await expect(makeCustomers(session), definition).rejects.toMatchObject({
      appError: { code: 'name-taken', name: 'other.customers' },
    });
    await session.query('DROP SCHEMA other CASCADE');
  }
  await session.query('SET search_path = nowhere');
  await expect(makeCustomers(session)).rejects.toMatchObject({
    appError: { code: 'database-error', sqlState: '3F000' },
  });
  expect(await answer(session, 'SELECT * FROM app.customers')).toEqual([]);
});

const sampleColumns = 'name varchar(100), email varchar(150), is_active boolean, created_at timestamp';

/** What is none of the sample's, though it has its name, or even its columns. */
const others = [
  ['SEQUENCE', ''],
  ['TABLE', `(id serial, ${sampleColumns}) CREATE UNIQUE INDEX ON customers (email) WHERE is_active`],
  ['TABLE', `(id int NOT NULL, ${sampleColumns}, UNIQUE (email))`],
] as const;

test('the sample is made once by all who ask for it at once', async () => {
  const { place } = await newDatabase('crowd');
  const name = { schema: 'public', name: 'customers' };
  const asked = Array.from({ length: 4 }, () => bench.call.tables.createCustomers(place));
  expect(await Promise.all(asked)).toEqual([name, name, name, name]);
});
