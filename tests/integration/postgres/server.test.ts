import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waitUntilReady } from '../../../src/main/instances/state/wait-until-ready.ts';
import { connectionCounts } from '../../../src/main/postgres/connection-counts.ts';
import { countRows } from '../../../src/main/postgres/count-rows.ts';
import { openSession } from '../../../src/main/postgres/open-session.ts';
import { probeServer } from '../../../src/main/postgres/probe-server.ts';
import type { ServerTarget } from '../../../src/main/postgres/server-target.ts';
import { sumRowCounts } from '../../../src/main/postgres/sum-row-counts.ts';
import { type InstancesBench, openInstancesBench } from '../../support/instances-bench.ts';

let bench: InstancesBench;
let name: string;
let target: ServerTarget;

beforeAll(async () => {
  bench = await openInstancesBench();
  name = await bench.run(
    'pg',
    ['-e', 'POSTGRES_PASSWORD=s3cret', '-p', '127.0.0.1::5432'],
    ['-c', 'fsync=off'],
  );
  await waitUntilReady(bench, name, { timeoutMs: 60_000 });
  target = await bench.access.targetOf(name);
});
afterAll(() => bench.dispose());

const withPassword = (password: string | null): ServerTarget => ({
  ...target,
  credentials: { ...target.credentials, password },
});
const withPort = (port: number): ServerTarget => ({
  ...target,
  route: { kind: 'published-port', host: '127.0.0.1', port },
});

/** A server of raw TCP that counts its connections and says what it is told. */
async function listen(onConnection: (server: Server) => void): Promise<{ server: Server; port: number }> {
  const server = createServer();
  onConnection(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, port: (server.address() as AddressInfo).port };
}

describe('probing', () => {
  test('tells a server that answers from one that does not let us in', async () => {
    expect(await probeServer(target, { timeoutMs: 20_000 })).toBe('ready');
    expect(await probeServer(withPassword('wrong'), { timeoutMs: 20_000 })).toBe('password-failed');
    expect(await probeServer(withPassword(null), { timeoutMs: 20_000 })).toBe('password-failed');
  });

  test('a refusal, and a port proxy that hangs up, mean starting', async () => {
    const { server, port } = await listen((one) => one.on('connection', (socket) => socket.destroy()));
    expect(await probeServer(withPort(port), { timeoutMs: 20_000 })).toBe('starting');
    await new Promise((resolve) => server.close(resolve));
    expect(await probeServer(withPort(port), { timeoutMs: 20_000 })).toBe('starting');
  });

  test('silence is bounded, and nothing stays open', async () => {
    const { server, port } = await listen((one) => one.on('connection', (socket) => socket.resume()));
    expect(await probeServer(withPort(port), { timeoutMs: 200 })).toBe('unreachable');
    // Resolves only when every connection is closed.
    await new Promise((resolve) => server.close(resolve));
  });

  test('leaves no connection behind', async () => {
    const session = await openSession(target);
    try {
      await Promise.all(Array.from({ length: 10 }, () => probeServer(target, { timeoutMs: 20_000 })));
      const connections = async () => (await connectionCounts(session)).connections;
      await expect.poll(connections, { timeout: 20_000 }).toBe(0);
    } finally {
      await session.dispose();
    }
  });
});

describe('sessions', () => {
  test('fail with the cause and never with the password', async () => {
    const failures = await Promise.all(
      [openSession(withPassword('wr0ng')), openSession(target, { database: 'nowhere' })].map((opening) =>
        opening.then(
          () => null,
          (error: unknown) => error,
        ),
      ),
    );
    expect(failures).toMatchObject([
      { appError: { code: 'password-failed', user: 'postgres' } },
      { appError: { code: 'database-error', sqlState: '3D000' } },
    ]);
    expect(JSON.stringify(failures)).not.toContain('wr0ng');
  });

  test('a server that ends them does not end this process', async () => {
    const [session, killer] = await Promise.all([openSession(target), openSession(target)]);
    const [row] = await session.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await killer.query('SELECT pg_terminate_backend($1)', [row?.pid]);
    await expect(session.query('SELECT 1')).rejects.toMatchObject({
      appError: { code: 'database-unreachable' },
    });
    await Promise.all([session.dispose(), killer.dispose()]);
    await session.dispose();
  });

  test('end with their signal', async () => {
    const abort = new AbortController();
    const session = await openSession(target, { signal: abort.signal });
    const slow = session.query('SELECT pg_sleep(60)');
    abort.abort();
    await expect(slow).rejects.toMatchObject({ appError: { code: 'cancelled' } });
    await session.dispose();
    await expect(openSession(target, { signal: abort.signal })).rejects.toMatchObject({
      appError: { code: 'cancelled' },
    });
  });

  test('take nothing from the PG* variables of this process', async () => {
    process.env.PGPASSWORD = 's3cret';
    process.env.PGOPTIONS = '-c nonsense=1';
    try {
      await expect(openSession(withPassword(null))).rejects.toMatchObject({
        appError: { code: 'password-failed' },
      });
      await (await openSession(target)).dispose();
    } finally {
      delete process.env.PGPASSWORD;
      delete process.env.PGOPTIONS;
    }
  });
});

describe('counting rows', () => {
  beforeAll(async () => {
    const session = await openSession(target);
    await session.query('CREATE DATABASE "se cond"');
    for (const statement of [
      'CREATE TABLE "Odd ""name" (a int)',
      'INSERT INTO "Odd ""name" SELECT generate_series(1, 1234)',
      'CREATE TABLE parted (a int) PARTITION BY RANGE (a)',
      'CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM (0) TO (100)',
      'CREATE TABLE parted_2 PARTITION OF parted FOR VALUES FROM (100) TO (200)',
      'INSERT INTO parted SELECT generate_series(0, 199)',
      'CREATE TABLE parent (a int)',
      'CREATE TABLE child () INHERITS (parent)',
      'INSERT INTO parent VALUES (1)',
      'INSERT INTO child VALUES (2), (3)',
      'CREATE EXTENSION postgres_fdw',
      `CREATE SERVER other FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '192.0.2.1')`,
      'CREATE FOREIGN TABLE far (a int) SERVER other',
      'CREATE TEMP TABLE passing AS SELECT 1',
      'CREATE VIEW seen AS SELECT * FROM parent',
      'ANALYZE',
    ]) {
      await session.query(statement);
    }
    await session.dispose();
    const second = await openSession(target, { database: 'se cond' });
    await second.query('CREATE SCHEMA "s.1"');
    await second.query('CREATE TABLE "s.1".t AS SELECT generate_series(1, 7)');
    await second.dispose();
  });

  test('every database, exactly, each row once', async () => {
    const counts = await countRows(target, { limitMs: 10_000 });
    expect(counts).toEqual([
      { name: 'postgres', tables: 4, rows: 1234 + 200 + 3, exact: true },
      { name: 'se cond', tables: 1, rows: 7, exact: true },
    ]);
    expect(sumRowCounts(counts)).toEqual({ tables: 5, rows: 1444, exact: true });
  });

  test('without time, by the estimate of the planner', async () => {
    const [first] = await countRows(target, { limitMs: 0 });
    expect(first).toEqual({ name: 'postgres', tables: 4, rows: 1437, exact: false });
  });

  test('a locked table is not waited for, and costs only its own exactness', async () => {
    const locker = await openSession(target);
    try {
      await locker.query('BEGIN');
      await locker.query('LOCK TABLE "Odd ""name" IN ACCESS EXCLUSIVE MODE');
      // A wait for the lock would last longer than a test may.
      const counts = await countRows(target, { limitMs: 600_000 });
      expect(counts.map(({ rows, exact }) => [rows, exact])).toEqual([
        [1437, false],
        [7, true],
      ]);
    } finally {
      await locker.dispose();
    }
  });
});
