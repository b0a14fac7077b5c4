import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StatementEnd } from '../../../src/main/postgres/console-connection.ts';
import { type HeardConnection, openWireBench, type WireBench } from '../../support/wire-bench.ts';

let bench: WireBench;
let console: HeardConnection;
beforeAll(async () => {
  bench = await openWireBench();
  console = await bench.connect();
  await console.collect('CREATE TABLE copied (a int, b text)');
});
afterAll(() => bench.dispose());

/** Of conditions that come by themselves, on a machine that has much to do. */
const patient = { timeout: 20_000 };
const megabyte = 1024 * 1024;
const canceled = { kind: 'error', error: { sqlState: '57014' } };
const stillWorks = async () => expect((await console.query('SELECT 1')).rows).toEqual([['1']]);

async function* pieces(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

/** The bytes of a `COPY … TO STDOUT`. */
async function copyOut(
  statement: string,
  take?: () => Promise<void>,
): Promise<{ end: StatementEnd; text: string }> {
  const chunks: Buffer[] = [];
  const { end } = await console.collect(statement, {
    onCopyOut(bytes) {
      chunks.push(bytes);
      return take?.();
    },
  });
  return { end, text: Buffer.concat(chunks).toString() };
}

describe('COPY FROM STDIN', () => {
  test('takes what it is fed, wherever it is cut', async () => {
    const { end } = await console.collect('COPY copied FROM STDIN', {
      copyIn: pieces('1\tone\n2\tt', 'w', 'o\n', '', '3\té😀\n\\.\n'),
    });
    expect(end).toEqual({ kind: 'complete', command: 'COPY 3' });
    expect((await console.query('SELECT * FROM copied ORDER BY a')).rows.at(-1)).toEqual(['3', 'é😀']);
  });

  test('takes nothing, too', async () => {
    const { end } = await console.collect('COPY copied FROM STDIN', { copyIn: pieces() });
    expect(end).toEqual({ kind: 'complete', command: 'COPY 0' });
  });

  test('ends with the error of bad data without waiting for the rest', async () => {
    let returned = false;
    const endless: AsyncIterable<Uint8Array> = {
      [Symbol.asyncIterator]: () => {
        let first = true;
        return {
          next: () => {
            const value = Buffer.from('x\tnot a number\n');
            const wait = first
              ? Promise.resolve({ done: false, value })
              : new Promise<never>(() => undefined);
            first = false;
            return wait;
          },
          return: async () => {
            returned = true;
            return { done: true, value: undefined };
          },
        };
      },
    };
    const { end } = await console.collect('COPY copied FROM STDIN', { copyIn: endless });
    expect(end).toMatchObject({
      kind: 'error',
      error: { sqlState: '22P02', where: expect.stringContaining('COPY copied, line 1, column a') },
    });
    expect(returned).toBe(true);
    await stillWorks();
  });

  test('ends with the error of its source', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('7\tseven\n');
      throw new Error('the file was removed');
    }
    const { end } = await console.collect('COPY copied FROM STDIN', { copyIn: broken() });
    expect(end).toMatchObject({
      kind: 'error',
      error: { message: 'COPY from stdin failed: the file was removed' },
    });
    expect((await console.query('SELECT FROM copied WHERE a = 7')).rows).toEqual([]);
  });

  test('without a source ends with an error', async () => {
    const { end } = await console.collect('COPY copied FROM STDIN');
    expect(end).toMatchObject({ kind: 'error', error: { message: expect.stringContaining('no data') } });
    const bound = await console.collect(
      { text: 'COPY copied FROM STDIN', values: [] },
      { copyIn: pieces('8\t8\n') },
    );
    expect(bound.end).toEqual({ kind: 'complete', command: 'COPY 1' });
    await stillWorks();
  });

  test('is cancelled while its source is silent', async () => {
    async function* silent(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('9\tnine\n');
      void console.cancel();
      await new Promise<never>(() => undefined);
    }
    const { end } = await console.collect('COPY copied FROM STDIN', { copyIn: silent() });
    expect(end).toMatchObject(canceled);
    await stillWorks();
  });

  test('takes from its source only what the server takes', async () => {
    await console.collect(
      `CREATE TABLE slow (a text); CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN PERFORM pg_sleep(60); RETURN new; END $$;
       CREATE TRIGGER wait BEFORE INSERT ON slow FOR EACH ROW EXECUTE FUNCTION wait()`,
    );
    let given = 0;
    async function* plenty(): AsyncGenerator<Uint8Array> {
      for (; given < 1000; given += 1) yield Buffer.alloc(megabyte, 'x\n');
    }
    const copying = console.collect('COPY slow FROM STDIN', { copyIn: plenty() });
    const waiting = `SELECT wait_event FROM pg_stat_activity WHERE pid = ${console.backendPid}`;
    await expect.poll(() => bench.psql(waiting), patient).toBe('PgSleep');
    expect(given).toBeLessThan(50);
    await console.cancel();
    expect((await copying).end).toMatchObject(canceled);
  });
});

describe('COPY TO STDOUT', () => {
  test('brings all bytes, rows longer than any chunk among them', async () => {
    const { end, text } = await copyOut(
      "COPY (SELECT i, repeat('x', i) FROM generate_series(0, 400000, 100000) i) TO STDOUT",
    );
    expect(end).toEqual({ kind: 'complete', command: 'COPY 5' });
    const lines = [0, 1, 2, 3, 4].map((i) => `${i * 100_000}\t${'x'.repeat(i * 100_000)}\n`);
    expect(text).toBe(lines.join(''));
  });

  test('waits for whoever takes it', async () => {
    let taking = 0;
    const { end, text } = await copyOut(
      'COPY (SELECT * FROM generate_series(1, 100000)) TO STDOUT',
      async () => {
        taking += 1;
        expect(taking).toBe(1);
        await new Promise(setImmediate);
        taking -= 1;
      },
    );
    expect(end).toEqual({ kind: 'complete', command: 'COPY 100000' });
    expect(text.split('\n')).toHaveLength(100_001);
  });

  test('keeps what came before its error', async () => {
    const { end, text } = await copyOut('COPY (SELECT 1/(3-i) FROM generate_series(1, 5) i) TO STDOUT');
    expect(end).toMatchObject({ kind: 'error', error: { sqlState: '22012' } });
    expect(text).toBe('0\n1\n');
  });
});

describe('rows', () => {
  test('hold the server back until they are taken', async () => {
    let taken = 0;
    let go: () => void = () => undefined;
    const running = console.run(
      { text: "SELECT repeat('x', 1000), generate_series(1, 50000)" },
      {
        onColumns: () => ({
          rows(_, count) {
            const waits = taken === 0;
            taken += count;
            if (waits) {
              return new Promise<void>((resolve) => {
                go = resolve;
              });
            }
          },
        }),
      },
    );
    // It cannot send on: what fits between it and the taker is full.
    const waiting = 'SELECT wait_event FROM pg_stat_activity WHERE pid = ';
    await expect.poll(() => bench.psql(`${waiting}${console.backendPid}`), patient).toBe('ClientWrite');
    expect(taken).toBeLessThan(1000);
    go();
    expect(await running).toEqual({ kind: 'complete', command: 'SELECT 50000' });
    expect(taken).toBe(50_000);
  });

  test('of 80 MB are stopped at a limit of 64 MB, and nothing of them is kept', async () => {
    await console.collect('BEGIN');
    global.gc?.();
    const before = process.memoryUsage().rss;
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss);
    }, 5);
    const rows: number[] = [];
    const end = await console.run(
      {
        text: `SELECT CASE WHEN i = 3 THEN repeat('x', ${80 * megabyte}) ELSE 'short' END FROM (SELECT generate_series(1, 1000000)) AS series (i)`,
      },
      { onColumns: () => ({ rows: (_, count) => void rows.push(count) }) },
    );
    clearInterval(watch);
    expect(end).toEqual({ kind: 'row-too-big', bytes: 80 * megabyte + 11 });
    expect(rows.reduce((sum, count) => sum + count, 0)).toBe(2);
    // What was kept of the row would be 64 MB; garbage of its passing is not.
    expect(most - before).toBeLessThan(60 * megabyte);
    expect(console.transaction).toBe('failed');
    await console.collect('ROLLBACK');
    await stillWorks();
  });

  test('of a query of its own are limited, too', async () => {
    const small = await bench.connect({ maxRowBytes: 1000 });
    await expect(small.query("SELECT repeat('x', 1000)")).rejects.toMatchObject({
      appError: { code: 'database-error', sqlState: '54000' },
    });
    expect((await small.query("SELECT repeat('x', 900)")).rows[0]?.[0]).toHaveLength(900);
  });
});

describe('cancel', () => {
  test.each([
    ['that sleeps', 'SELECT pg_sleep(60)'],
    ['that computes', 'SELECT count(*) FROM generate_series(1, 100000000000)'],
    ['that sends rows', 'SELECT generate_series(1, 100000000000)'],
    ['with values', { text: 'SELECT pg_sleep($1)', values: ['60'] }],
  ])('stops a statement %s', async (_, statement) => {
    const running = console.run(typeof statement === 'string' ? { text: statement } : statement, {
      onColumns: () => ({ rows: () => undefined }),
    });
    const active = `SELECT count(*) FROM pg_stat_activity WHERE pid = ${console.backendPid} AND state = 'active'`;
    await expect.poll(() => bench.psql(active), patient).toBe('1');
    await console.cancel();
    expect(await running).toMatchObject(canceled);
    await stillWorks();
  });

  test('of a statement whose rows nobody takes needs them to be taken', async () => {
    let fail: (error: Error) => void = () => undefined;
    const running = console.run(
      { text: "SELECT repeat('x', 1000), generate_series(1, 100000000000)" },
      {
        onColumns: () => ({
          rows: () =>
            new Promise<void>((_, reject) => {
              fail = reject;
            }),
        }),
      },
    );
    const waiting = `SELECT wait_event FROM pg_stat_activity WHERE pid = ${console.backendPid}`;
    await expect.poll(() => bench.psql(waiting), patient).toBe('ClientWrite');
    fail(new Error('the result was closed'));
    await expect(running).rejects.toThrow('the result was closed');
    await stillWorks();
  });

  test('never hits the statement after', async () => {
    for (let round = 0; round < 20; round += 1) {
      const short = console.collect('SELECT 1');
      const cancelled = console.cancel();
      const next = console.collect('SELECT pg_sleep(0.02)');
      await short;
      await cancelled;
      expect((await next).end).toMatchObject({ kind: 'complete' });
    }
  });

  test('with nothing to cancel is nothing', async () => {
    await console.cancel();
    await stillWorks();
  });
});
