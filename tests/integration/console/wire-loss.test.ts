import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StatementEnd } from '../../../src/main/postgres/console-connection.ts';
import type { ServerTarget } from '../../../src/main/postgres/server-target.ts';
import { docker } from '../../support/docker-cli.ts';
import { waitFor } from '../../support/wait-for.ts';
import { type HeardConnection, openWireBench, type WireBench } from '../../support/wire-bench.ts';

/** Small, so that they can all be taken. */
const maxConnections = 10;
const reservedForSuperusers = 3;

let bench: WireBench;
beforeAll(async () => {
  bench = await openWireBench([`max_connections=${maxConnections}`]);
  await bench.psql("CREATE ROLE ana LOGIN PASSWORD 'ana'");
});
afterAll(() => bench.dispose());

const as = (user: string, password: string | null, database = 'postgres'): ServerTarget => ({
  route: bench.target.route,
  credentials: { user, password, database, source: 'stored' },
});
/** Of conditions that come by themselves, on a machine that has much to do. */
const patient = { timeout: 20_000 };
const slow = 'SELECT pg_sleep(60)';
const canceled = { kind: 'error', error: { sqlState: '57014' } };
const backends = async () =>
  Number(await bench.psql("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'howdah console'"));
const isActive = (connection: HeardConnection) =>
  expect
    .poll(
      () => bench.psql(`SELECT state FROM pg_stat_activity WHERE pid = ${connection.backendPid}`),
      patient,
    )
    .toBe('active');

/** Runs a statement that sends rows without end; resolves when the first ones are here. */
async function endless(connection: HeardConnection): Promise<{ end: Promise<StatementEnd> }> {
  let begun: () => void = () => undefined;
  const first = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const end = connection.run(
    { text: 'SELECT generate_series(1, 100000000000)' },
    { onColumns: () => ({ rows: () => begun() }) },
  );
  end.catch(() => undefined);
  await first;
  return { end };
}

describe('a connection that cannot be opened', () => {
  test.each([
    ['a wrong password', () => as('postgres', 'wrong'), { code: 'password-failed', user: 'postgres' }],
    ['no password', () => as('postgres', null), { code: 'password-failed', user: 'postgres' }],
    [
      'no such database',
      () => as('postgres', 's3cret', 'nowhere'),
      { code: 'database-error', sqlState: '3D000', reason: 'database "nowhere" does not exist' },
    ],
    [
      'nobody there',
      () => ({ ...bench.target, route: { kind: 'published-port', host: '127.0.0.1', port: 1 } as const }),
      { code: 'database-unreachable', reason: expect.stringContaining('ECONNREFUSED') },
    ],
  ])('says that it is %s', async (_, target, appError) => {
    await expect(bench.connect({}, target())).rejects.toMatchObject({ appError });
  });

  test('says that the role may not log in, while a session that it has goes on', async () => {
    const before = await bench.connect({}, as('ana', 'ana'));
    await bench.psql('ALTER ROLE ana NOLOGIN');
    try {
      expect((await before.query('SELECT current_user')).rows).toEqual([['ana']]);
      await expect(bench.connect({}, as('ana', 'ana'))).rejects.toMatchObject({
        appError: {
          code: 'database-error',
          sqlState: '28000',
          reason: 'role "ana" is not permitted to log in',
        },
      });
    } finally {
      await bench.psql('ALTER ROLE ana LOGIN');
      await before.dispose();
    }
  });

  test('says that all slots are taken; a statement is cancelled all the same', async () => {
    const free = maxConnections - reservedForSuperusers;
    const sessions = await Promise.all(
      Array.from({ length: free }, () => bench.connect({}, as('ana', 'ana'))),
    );
    try {
      await expect(bench.connect({}, as('ana', 'ana'))).rejects.toMatchObject({
        appError: { code: 'database-error', sqlState: '53300' },
      });
      // The one that was refused holds a slot until its process has ended.
      const connected = () => bench.connect().catch(() => null);
      const reserved = await Promise.all(
        Array.from({ length: reservedForSuperusers }, () => waitFor('a slot', connected)),
      );
      await expect(bench.connect()).rejects.toMatchObject({ appError: { sqlState: '53300' } });
      const running = reserved[0]?.collect(slow);
      await reserved[0]?.cancel();
      expect((await running)?.end).toMatchObject(canceled);
      await Promise.all(reserved.map((session) => session.dispose()));
    } finally {
      await Promise.all(sessions.map((session) => session.dispose()));
    }
    await expect.poll(backends, patient).toBe(0);
  });

  test('ends with its signal, and leaves nothing', async () => {
    const abort = new AbortController();
    const opening = bench.connect({ signal: abort.signal });
    abort.abort();
    await expect(opening).rejects.toMatchObject({ appError: { code: 'cancelled' } });
    await expect.poll(backends, patient).toBe(0);
  });
});

describe('a connection that is lost', () => {
  test('because an administrator ends it says so, once; nothing runs on it any more', async () => {
    const connection = await bench.connect();
    const { end } = await endless(connection);
    const waiting = connection.query('SELECT 1');
    const lost = {
      appError: {
        code: 'database-unreachable',
        reason: 'terminating connection due to administrator command',
      },
    };
    const rejected = [end, waiting].map((one) => expect(one).rejects.toMatchObject(lost));
    await bench.psql(`SELECT pg_terminate_backend(${connection.backendPid})`);
    await Promise.all(rejected);
    await expect(connection.query('SELECT 1')).rejects.toMatchObject(lost);
    expect(connection.ends).toMatchObject([{ sqlState: '57P01', severity: 'FATAL' }]);
    await connection.cancel();
    await connection.dispose();
    expect(connection.ends).toHaveLength(1);
  });

  test('because it was idle in a transaction says so', async () => {
    const connection = await bench.connect();
    await connection.collect("SET idle_in_transaction_session_timeout = '50ms'");
    await connection.collect('BEGIN');
    await expect.poll(() => connection.ends, patient).toMatchObject([{ sqlState: '25P03' }]);
  });

  test('while rows wait to be taken says so when they are', async () => {
    const connection = await bench.connect();
    let take: () => void = () => undefined;
    const held = connection.run(
      { text: "SELECT repeat('x', 1000), generate_series(1, 100000)" },
      {
        onColumns: () => ({
          rows: () =>
            new Promise<void>((resolve) => {
              take = resolve;
            }),
        }),
      },
    );
    held.catch(() => undefined);
    const waits = `SELECT wait_event FROM pg_stat_activity WHERE pid = ${connection.backendPid}`;
    await expect.poll(() => bench.psql(waits), patient).toBe('ClientWrite');
    await bench.psql(`SELECT pg_terminate_backend(${connection.backendPid})`);
    const taking = setInterval(() => take(), 0);
    await expect(held).rejects.toMatchObject({ appError: { code: 'database-unreachable' } });
    clearInterval(taking);
    expect(connection.ends).toHaveLength(1);
  });
});

describe('dispose', () => {
  test('ends what runs, held rows and copies among it, and leaves no backend', async () => {
    const [sleeping, held, sending, copying] = await Promise.all(
      Array.from({ length: 4 }, () => bench.connect()),
    );
    if (!sleeping || !held || !sending || !copying) throw new Error('four were opened');
    await copying.collect('CREATE TEMP TABLE t (a int)');
    const ends = [
      sleeping.collect(slow).then(({ end }) => end),
      held.run(
        { text: 'SELECT generate_series(1, 100000000000)' },
        { onColumns: () => ({ rows: () => new Promise<void>(() => undefined) }) },
      ),
      (await endless(sending)).end,
      copying
        .collect('COPY t FROM STDIN', {
          copyIn: { [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => undefined) }) },
        })
        .then(({ end }) => end),
    ];
    const settled = Promise.all(ends);
    await Promise.all([sleeping, held, sending].map(isActive));
    const all = [sleeping, held, sending, copying];
    await Promise.all(all.map((connection) => connection.dispose()));
    expect(await settled).toMatchObject([canceled, canceled, canceled, canceled]);
    await expect.poll(backends, patient).toBe(0);
    await Promise.all(all.map((connection) => connection.dispose()));
    expect(all.flatMap(({ ends: told }) => told)).toEqual([]);
    await expect(sleeping.query('SELECT 1')).rejects.toMatchObject({
      appError: { code: 'database-unreachable' },
    });
  });

  test('leaves no backend after 200 rounds of open, run, cancel and close', async () => {
    const before = await backends();
    const rounds = async (count: number) => {
      for (let round = 0; round < count; round += 1) {
        const connection = await bench.connect();
        // On a machine that has much to do, it may be closed before the server answered.
        const running = connection.collect(slow).catch(() => undefined);
        // Every other one is closed while it runs.
        if (round % 2 === 0) await connection.cancel();
        await connection.dispose();
        await running;
      }
    };
    await Promise.all([rounds(50), rounds(50), rounds(50), rounds(50)]);
    await expect.poll(backends, patient).toBe(before);
  });
});

describe('through a tunnel', () => {
  test('runs, streams, cancels and ends the same', async () => {
    const connection = await bench.connect({}, await bench.tunnel());
    const { results } = await connection.collect('SELECT repeat($$é$$, 1000) FROM generate_series(1, 20000)');
    expect(results[0]?.rows).toHaveLength(20_000);
    const running = connection.collect(slow);
    await isActive(connection);
    await connection.cancel();
    expect((await running).end).toMatchObject(canceled);
    const { end } = await endless(connection);
    await connection.dispose();
    expect(await end).toMatchObject(canceled);
    await expect.poll(backends, patient).toBe(0);
  });
});

/** The last, as nothing comes after it. */
test('a server that the engine kills is noticed, whatever runs on it', async () => {
  const [running, idle] = await Promise.all([bench.connect(), bench.connect()]);
  const { end } = await endless(running);
  await docker('kill', bench.name);
  await expect(end).rejects.toMatchObject({ appError: { code: 'database-unreachable' } });
  await expect.poll(() => [running.ends.length, idle.ends.length], patient).toEqual([1, 1]);
  await running.cancel();
  await expect(bench.connect()).rejects.toMatchObject({ appError: { code: 'database-unreachable' } });
});
