import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waitUntilReady } from '../../../src/main/instances/state/wait-until-ready.ts';
import type { ConsoleConnection } from '../../../src/main/postgres/console-connection.ts';
import { TableRows } from '../../../src/main/tables/rows/table-rows.ts';
import { TableSessions } from '../../../src/main/tables/table-sessions.ts';
import { docker } from '../../support/docker-cli.ts';
import { type InstancesBench, openInstancesBench } from '../../support/instances-bench.ts';
import { waitFor } from '../../support/wait-for.ts';

let bench: InstancesBench;
let name: string;
let sessions: TableSessions;
beforeAll(async () => {
  bench = await openInstancesBench();
  name = await runServer();
  sessions = new TableSessions(bench);
});
afterAll(async () => {
  await sessions.dispose();
  await bench.dispose();
});

async function runServer(): Promise<string> {
  const options = ['-e', 'POSTGRES_PASSWORD=s3cret', '-p', '127.0.0.1::5432'];
  const container = await bench.run('tables', options, ['-c', 'fsync=off']);
  await waitUntilReady(bench, container, { timeoutMs: 60_000 });
  return container;
}

const psql = (sql: string) => docker('exec', name, 'psql', '-U', 'postgres', '-XAtqc', sql);
const place = () => ({ instance: name, database: null });
const value = async (session: ConsoleConnection, sql: string) =>
  (await session.query(sql)).rows[0]?.[0] ?? null;
const pidOf = async (session: ConsoleConnection) => value(session, 'select pg_backend_pid()');
const use = <T>(work: (session: ConsoleConnection) => Promise<T>, signal?: AbortSignal) =>
  sessions.use(place(), signal, work);
const backends = () =>
  psql("select count(*) from pg_stat_activity where application_name = 'howdah tables'").then(Number);
const isRunning = (sql: string) =>
  waitFor(`${sql} to run`, async () => {
    const found = await psql(
      `select count(*) from pg_stat_activity where state = 'active' and query = '${sql}'`,
    );
    return found === '1' || null;
  });
const isGone = (pid: string | null) =>
  waitFor('the backend to end', async () => {
    const found = await psql(`select count(*) from pg_stat_activity where pid = ${pid}`);
    return found === '0' || null;
  });
const terminate = (pid: string | null) => psql(`select pg_terminate_backend(${pid}, 5000)`);

describe('a session', () => {
  test('is kept for the next, who finds nothing of what was set before', async () => {
    const settings = ['DateStyle', 'IntervalStyle', 'bytea_output', 'jit', 'default_transaction_read_only'];
    const settingsOf = async (session: ConsoleConnection) =>
      Promise.all(settings.map((setting) => value(session, `show ${setting}`)));
    await psql("alter database postgres set datestyle = 'SQL'");
    await psql("alter database postgres set bytea_output = 'escape'");
    const first = await use(async (session) => {
      const found = { pid: await pidOf(session), settings: await settingsOf(session) };
      for (const setting of [
        "bytea_output = 'escape'",
        'default_transaction_read_only = off',
        "DateStyle = 'German'",
      ])
        await session.query(`set ${setting}`);
      await session.query('select pg_advisory_lock(7)');
      return found;
    });
    expect(first.settings).toEqual(['ISO, YMD', 'postgres', 'hex', 'off', 'on']);
    const second = await use(async (session) => ({
      pid: await pidOf(session),
      settings: await settingsOf(session),
    }));
    expect(second).toEqual(first);
    expect(await psql("select count(*) from pg_locks where locktype = 'advisory'")).toBe('0');
  });

  test('is lent to one at a time', async () => {
    const pids = await use(async (outer) => [await pidOf(outer), await use(pidOf)]);
    expect(new Set(pids).size).toBe(2);
  });

  test('writes only where that is said', async () => {
    await expect(use((session) => session.query('create table refused (n int)'))).rejects.toMatchObject({
      appError: { code: 'database-error', sqlState: '25006' },
    });
    await use(async (session) => {
      for (const statement of ['begin read write', 'create table taken (n int)', 'commit'])
        await session.query(statement);
    });
    expect(await psql('select count(*) from taken')).toBe('0');
  });

  test('with a transaction left open is closed', async () => {
    const pid = await use(async (session) => {
      await session.query('begin read write');
      await session.query('insert into taken values (1)');
      return pidOf(session);
    });
    expect(await use(pidOf)).not.toBe(pid);
    expect(await psql('select count(*) from taken')).toBe('0');
    await isGone(pid);
  });

  test('does not stand in the way of DROP DATABASE; after it there is none', async () => {
    await psql('create database dropped');
    const there = { instance: name, database: 'dropped' };
    await sessions.use(there, undefined, pidOf);
    await psql('drop database dropped');
    await expect(sessions.use(there, undefined, pidOf)).rejects.toMatchObject({
      appError: { code: 'database-error', sqlState: '3D000' },
    });
  });
});

describe('a call that is cancelled', () => {
  test('stops what runs on the server', async () => {
    const end = new AbortController();
    let pid: string | null = null;
    const work = async (session: ConsoleConnection) => {
      pid = await pidOf(session);
      await session.query('select pg_sleep(60)');
    };
    const over = use(work, end.signal);
    await isRunning('select pg_sleep(60)');
    end.abort();
    await expect(over).rejects.toMatchObject({ appError: { code: 'cancelled' } });
    await isGone(pid);
  });

  test('stops the counting of rows', async () => {
    const end = new AbortController();
    const rows = new TableRows(sessions);
    const filter = { match: 'all' as const, conditions: [], where: 'pg_sleep(60) is null' };
    const counting = { ...place(), relation: { schema: 'pg_catalog', name: 'pg_class' }, filter };
    const over = rows.count(counting, end.signal);
    const counters = () =>
      psql(
        "select count(*) from pg_stat_activity where query like 'SELECT count(*)%pg_class%' and state = 'active'",
      );
    await waitFor('the counting', async () => (await counters()) === '1' || null);
    end.abort();
    await expect(over).rejects.toMatchObject({ appError: { code: 'cancelled' } });
    await waitFor('the counting to end', async () => (await counters()) === '0' || null);
  });

  test('between two statements runs no second one', async () => {
    const end = new AbortController();
    await psql('create sequence runs');
    const over = use(async (session) => {
      await session.query('select 1');
      end.abort();
      await session.query('begin read write');
      return session.query("select nextval('runs')");
    }, end.signal);
    await expect(over).rejects.toMatchObject({ appError: { code: 'cancelled' } });
    expect(await psql('select is_called from runs')).toBe('f');
  });

  test('before it began opens nothing', async () => {
    const before = await backends();
    await expect(use(pidOf, AbortSignal.abort())).rejects.toMatchObject({ appError: { code: 'cancelled' } });
    expect(await backends()).toBeLessThanOrEqual(before);
  });

  test('ends although the server does not answer', async () => {
    await use(pidOf);
    await docker('pause', name);
    try {
      const end = new AbortController();
      const over = use(pidOf, end.signal);
      end.abort();
      await expect(over).rejects.toMatchObject({ appError: { code: 'cancelled' } });
    } finally {
      await docker('unpause', name);
    }
    expect(await use(pidOf)).toMatch(/^\d+$/);
  });
});

test('who reads what another session holds alone is told so', async () => {
  const own = new TableSessions({ ...bench, lockTimeoutMs: 100 });
  await psql('create table held (n int)');
  const read = () => own.read(place(), undefined, (session) => value(session, 'select count(*) from held'));
  await use(async (session) => {
    for (const statement of ['begin read write', 'lock table held']) await session.query(statement);
    await expect(read()).rejects.toMatchObject({
      appError: {
        code: 'database-error',
        sqlState: '55P03',
        reason: expect.stringContaining('holds a lock'),
      },
    });
    await session.query('rollback');
  });
  expect(await read()).toBe('0');
  await own.dispose();
});

describe('a session that is lost', () => {
  test('while nobody uses it goes unnoticed', async () => {
    const pid = await use(pidOf);
    await terminate(pid);
    expect(await use(pidOf)).not.toBe(pid);
  });

  test('while it reads is replaced, and the reading done once more; not so while it may write', async () => {
    const pids: (string | null)[] = [];
    const work = async (session: ConsoleConnection) => {
      const pid = await pidOf(session);
      pids.push(pid);
      if (pids.length === 1) await session.query('select pg_sleep(61)');
      return pid;
    };
    const read = sessions.read(place(), undefined, work);
    await isRunning('select pg_sleep(61)');
    await terminate(pids[0] ?? null);
    expect(await read).toBe(pids[1]);
    pids.length = 0;
    const lost = expect(use(work)).rejects.toMatchObject({ appError: { code: 'database-unreachable' } });
    await isRunning('select pg_sleep(61)');
    await terminate(pids[0] ?? null);
    await lost;
    expect(pids).toHaveLength(1);
  });

  test('with a restart of its container is replaced', async () => {
    await use(pidOf);
    await docker('restart', name);
    await waitUntilReady(bench, name, { timeoutMs: 60_000 });
    expect(await use((session) => value(session, 'select count(*) from taken'))).toBe('0');
  });

  test('with its container is none of the next one of that name', async () => {
    await use(pidOf);
    await docker('rm', '-f', '-v', name);
    await expect(use(pidOf)).rejects.toMatchObject({ appError: { code: 'not-found' } });
    await runServer();
    expect(await use((session) => value(session, "select to_regclass('taken')"))).toBe(null);
  });
});

test('the end waits for the work under way, and leaves no backend', async () => {
  const own = new TableSessions(bench);
  await own.use(place(), undefined, pidOf);
  const steps: string[] = [];
  let begun = (): void => undefined;
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const over = own.use(place(), undefined, async (session) => {
    begun();
    try {
      await session.query('select pg_sleep(62)');
    } finally {
      await psql('select 1');
      steps.push('cleaned up');
    }
  });
  const cancelled = expect(over).rejects.toMatchObject({ appError: { code: 'cancelled' } });
  await hasBegun;
  await own.dispose();
  steps.push('over');
  await cancelled;
  expect(steps).toEqual(['cleaned up', 'over']);
  await expect(own.use(place(), undefined, pidOf)).rejects.toMatchObject({ appError: { code: 'cancelled' } });
  await sessions.dispose();
  await waitFor('all backends to end', async () => (await backends()) === 0 || null);
});
