import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { lookInto } from '../../../src/main/consoles/dangers/look-into.ts';
import { waitUntilReady } from '../../../src/main/instances/state/wait-until-ready.ts';
import type { ConsoleConnection } from '../../../src/main/postgres/console-connection.ts';
import { openConsoleConnection } from '../../../src/main/postgres/open-console-connection.ts';
import { openSession, type Session } from '../../../src/main/postgres/open-session.ts';
import { type InstancesBench, openInstancesBench } from '../../support/instances-bench.ts';
import { waitFor } from '../../support/wait-for.ts';

let bench: InstancesBench;
let console: ConsoleConnection;
/** Another one on the same server. */
let other: Session;
const notices: string[] = [];
const limitMs = 2000;

beforeAll(async () => {
  bench = await openInstancesBench();
  const name = await bench.run(
    'look',
    ['-e', 'POSTGRES_PASSWORD=s3cret', '-p', '127.0.0.1::5432'],
    ['-c', 'fsync=off'],
  );
  await waitUntilReady(bench, name, { timeoutMs: 60_000 });
  const target = await bench.access.targetOf(name);
  other = await openSession(target);
  const nothing = () => undefined;
  console = await openConsoleConnection(
    target,
    { statementTimeoutMs: 0, readOnly: false },
    {
      onNotice: (notice) => notices.push(notice.message),
      ...{ onNotification: nothing, onEnd: nothing, onTransaction: nothing },
    },
  );
  await console.query('CREATE TABLE customers (id int)');
  await console.query('INSERT INTO customers SELECT generate_series(1, 42)');
});
afterAll(async () => {
  await console.dispose();
  await other.dispose();
  await bench.dispose();
});
beforeEach(async () => {
  if (console.transaction !== 'idle') await console.query('ROLLBACK');
  notices.length = 0;
});

const ask = async (text: string, limit = limitMs) => (await lookInto(console, limit, text))?.rows ?? null;
const count = 'SELECT count(*) FROM customers';
const endless = 'SELECT count(*) FROM generate_series(1, 1000000000000) n, customers';

async function locks(): Promise<unknown[]> {
  return other.query(
    `SELECT relation::regclass::text, mode, granted FROM pg_locks
     WHERE pid = $1 AND locktype = 'relation' AND relation >= 16384`,
    [console.backendPid],
  );
}

async function settings() {
  const names = ['statement_timeout', 'lock_timeout', 'transaction_read_only', 'transaction_isolation'];
  const { rows } = await console.query(
    `SELECT ${names.map((name) => `current_setting('${name}')`).join(', ')}`,
  );
  return rows[0];
}

test.each([
  ['a question', count, [['42']]],
  ['one with an error', 'SELECT nonsense', null],
  ['one that would write', 'DELETE FROM customers RETURNING id', null],
])('leaves no transaction behind %s outside of one', async (_, text, answer) => {
  expect(await ask(text)).toEqual(answer);
  expect(console.transaction).toBe('idle');
  expect(await ask(count)).toEqual([['42']]);
  expect(notices).toEqual([]);
});

test.each([
  ['a question', count, [['43']]],
  ['one with an error', 'SELECT nonsense', null],
  ['one that would write', 'DELETE FROM customers RETURNING id', null],
])('leaves the transaction as it was behind %s inside of one', async (_, text, answer) => {
  for (const statement of [
    'BEGIN',
    'SAVEPOINT mine',
    "SET LOCAL statement_timeout = '1h'",
    'DECLARE c CURSOR FOR SELECT 1',
  ]) {
    await console.query(statement);
  }
  await console.query('INSERT INTO customers VALUES (43)');
  const before = { settings: await settings(), locks: await locks() };
  expect(await ask(text)).toEqual(answer);
  expect(console.transaction).toBe('in-transaction');
  expect({ settings: await settings(), locks: await locks() }).toEqual(before);
  await console.query('INSERT INTO customers VALUES (44)');
  expect((await console.query('FETCH c')).rows).toEqual([['1']]);
  await console.query('ROLLBACK TO mine');
  await console.query('ROLLBACK');
});

test('keeps no lock on what it looked at, and no savepoint', async () => {
  await console.query('BEGIN');
  expect(await ask(count)).toEqual([['42']]);
  expect(await locks()).toEqual([]);
  await expect(console.query('RELEASE SAVEPOINT howdah_look_4b1f')).rejects.toThrow('does not exist');
});

test('asks nothing in a failed transaction, nor where it would take the snapshot', async () => {
  await console.query('BEGIN');
  await expect(console.query('SELECT nonsense')).rejects.toThrow('nonsense');
  expect(await ask(count)).toBeNull();
  expect(console.transaction).toBe('failed');

  await console.query('ROLLBACK');
  await console.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  expect(await ask(count)).toBeNull();
  await other.query('INSERT INTO customers VALUES (0)');
  expect((await console.query(count)).rows).toEqual([['43']]);
  await console.query('COMMIT');
  await other.query('DELETE FROM customers WHERE id = 0');
});

test('stops at its limit, or at the person’s own when that is shorter', async () => {
  expect(await ask(endless, 100)).toBeNull();
  await console.query("SET statement_timeout = '500ms'");
  expect(await ask(endless, 60_000)).toBeNull();
  expect(await ask('SHOW statement_timeout', 60_000)).toEqual([['500ms']]);
  await console.query('RESET statement_timeout');
  expect(await ask('SHOW statement_timeout', 60_000)).toEqual([['1min']]);
  expect(await settings()).toEqual(['0', '0', 'off', 'read committed']);
});

test('does not wait for a table that another session has locked', async () => {
  await other.query('BEGIN');
  await other.query('LOCK TABLE customers');
  expect(await ask(count, 60_000)).toBeNull();
  await other.query('ROLLBACK');
  expect(await ask(count, 60_000)).toEqual([['42']]);
});

test('a cancel request ends the question, not the transaction', async () => {
  await console.query('BEGIN');
  const asked = ask(endless, 60_000);
  await waitFor('the question to run', async () => {
    const [row] = await other.query<{ query: string }>('SELECT query FROM pg_stat_activity WHERE pid = $1', [
      console.backendPid,
    ]);
    return row?.query === endless ? row : null;
  });
  await console.cancel();
  expect(await asked).toBeNull();
  expect(console.transaction).toBe('in-transaction');
});

test('says so when the connection is lost', async () => {
  const unreachable = { appError: { code: 'database-unreachable' } };
  const refused = expect(ask(endless, 60_000)).rejects.toMatchObject(unreachable);
  await other.query('SELECT pg_terminate_backend($1)', [console.backendPid]);
  await refused;
});
