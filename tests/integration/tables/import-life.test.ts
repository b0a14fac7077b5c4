import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TableImports } from '../../../src/main/tables/csv-import/table-imports.ts';
import type { ImportState } from '../../../src/shared/contract/csv-import.ts';
import { endOf, openTableFilesBench, type TableFilesBench } from '../../support/table-files-bench.ts';
import { waitFor } from '../../support/wait-for.ts';

let bench: TableFilesBench;
beforeAll(async () => {
  bench = await openTableFilesBench();
  await bench.ask('create table numbers (n int)');
});
afterAll(() => bench.dispose());

const piece = Buffer.from('1\n'.repeat(20_000));
const sizeBytes = piece.length * 10;

/** Its own registry, so that ending it ends nothing else. */
interface Begun {
  imports: TableImports;
  importId: string;
  states: ImportState[];
  /** Rejects as the watch does. */
  watched: Promise<void>;
  stopWatching(): void;
  /** The next piece. */
  send(last?: boolean): Promise<{ wanted: boolean }>;
}

/** An import whose first piece is at the server, which waits for the next one. */
async function begin(mode: 'import' | 'check'): Promise<Begun> {
  const imports = new TableImports(bench.sessions);
  const { importId } = await imports.start(bench.wish('numbers', { columns: ['n'], mode }, sizeBytes));
  const states: ImportState[] = [];
  const gone = new AbortController();
  const watched = (async () => {
    for await (const state of imports.watch(importId, gone.signal)) states.push(state);
  })();
  watched.catch(() => undefined);
  const send = (last = false) => imports.chunk(importId, piece, last);
  await send();
  await waitFor('the server to be in it', async () => (await backends()) || null);
  return { imports, importId, states, watched, send, stopWatching: () => gone.abort() };
}

const inIt = "application_name = 'howdah tables' and (state <> 'idle' or wait_event <> 'ClientRead')";
const backends = async () =>
  bench.ask(`select string_agg(pid::text, ',') from pg_stat_activity where ${inIt}`);
const left = () => bench.ask('select count(*) from numbers');

async function leftNothing({ imports, send }: Begun): Promise<void> {
  expect(await send()).toEqual({ wanted: false });
  expect(imports.hasRunning()).toBe(false);
  await bench.untilQuiet();
  expect(await left()).toBe('0');
}

describe.each(['import', 'check'] as const)('nothing is left of an import (%s)', (mode) => {
  test('that is cancelled', async () => {
    const begun = await begin(mode);
    begun.imports.cancel(begun.importId);
    await begun.watched;
    expect(begun.states.at(-1)).toEqual({ state: 'cancelled' });
    await leftNothing(begun);
  });

  test('whose page is gone', async () => {
    const begun = await begin(mode);
    begun.stopWatching();
    await begun.watched;
    expect(await endOf(begun.imports, begun.importId)).toEqual({ state: 'cancelled' });
    await leftNothing(begun);
  });

  test('whose server ends the session', async () => {
    const begun = await begin(mode);
    const told = expect(begun.watched).rejects.toMatchObject({
      appError: { code: 'database-unreachable', reason: expect.stringContaining('administrator command') },
    });
    await bench.ask(`select pg_terminate_backend(${await backends()}, 5000)`);
    // Between two pieces a check has nothing at the server that would hear of it.
    await begun.send();
    await told;
    await leftNothing(begun);
  });

  test('when the app ends', async () => {
    const begun = await begin(mode);
    await begun.imports.dispose();
    await begun.watched;
    expect(begun.states.at(-1)).toEqual({ state: 'cancelled' });
    await leftNothing(begun);
    await expect(
      begun.imports.start(bench.wish('numbers', { columns: ['n'], mode }, 1)),
    ).rejects.toMatchObject({
      appError: { code: 'cancelled' },
    });
  });
});

test('what is told of one grows to its end', async () => {
  const { states, watched, send } = await begin('check');
  for (let sent = 2; sent < 10; sent += 1) expect(await send()).toEqual({ wanted: true });
  expect(await send(true)).toEqual({ wanted: false });
  await watched;
  const running = states.flatMap((state) => (state.state === 'running' ? [state] : []));
  const told = running.map(({ readBytes, lines }) => [readBytes, lines ?? 0] as const);
  for (const [index, [readBytes, lines]] of told.entries()) {
    expect(readBytes).toBeGreaterThanOrEqual(told[index - 1]?.[0] ?? 0);
    expect(lines).toBeGreaterThanOrEqual(told[index - 1]?.[1] ?? 0);
    expect(lines).toBeLessThanOrEqual(200_000);
  }
  expect(states.at(-1)).toEqual({ state: 'checked', goodLines: 200_000, badLines: [], more: false });
});

test('of an import whose connection is lost during COMMIT it is asked what became of it', async () => {
  const set = (standby: string) =>
    bench
      .ask(`alter system set synchronous_standby_names = '${standby}'`)
      .then(() => bench.ask('select pg_reload_conf()'));
  await set('nobody');
  try {
    const sent = bench.send('numbers', { columns: ['n'] }, '1\n2\n');
    const pid = await waitFor('the COMMIT', async () => {
      const waits = "select pid from pg_stat_activity where query = 'COMMIT' and wait_event = 'SyncRep'";
      return (await bench.ask(waits)) || null;
    });
    await bench.ask(`select pg_terminate_backend(${pid})`);
    expect(await sent).toMatchObject({ state: 'imported', rows: 2 });
    expect(await left()).toBe('2');
  } finally {
    await set('');
  }
});

test('an import that nobody knows is not found', async () => {
  const notFound = { appError: { code: 'not-found', kind: 'import' } };
  await expect(bench.imports.chunk('nobody', piece, true)).rejects.toMatchObject(notFound);
  const { signal } = new AbortController();
  await expect(async () => bench.imports.watch('nobody', signal)).rejects.toMatchObject(notFound);
  await expect(async () => bench.imports.cancel('nobody')).rejects.toMatchObject(notFound);
});
