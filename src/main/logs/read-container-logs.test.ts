import { expect, test } from 'vitest';
import type { ContainerInspect } from '../docker/engine-types.ts';
import { AppFailure } from '../lib/app-failure.ts';
import { type LogEngine, readContainerLogs } from './read-container-logs.ts';

const missing = new AppFailure({ code: 'not-found', kind: 'container', name: 'c1' });
const stamp = '2026-11-20T08:00:00.000000000Z';

/** An engine with one stopped container and this log. */
function engineWith(log: () => AsyncIterable<Buffer>, isThere: () => boolean = () => true): LogEngine {
  return {
    client: () => ({
      inspectContainer: async () => {
        if (!isThere()) throw missing;
        return { Id: 'c1', State: { Running: false } } as ContainerInspect;
      },
      async *logs() {
        for await (const data of log()) yield { stream: 'stdout' as const, data };
      },
    }),
    onEvent: () => () => undefined,
    onStatus: () => () => undefined,
  };
}

test('a reader that stands still loses the oldest lines and is told how many', async () => {
  let sent: () => void = () => undefined;
  const allSent = new Promise<void>((resolve) => {
    sent = resolve;
  });
  const engine = engineWith(async function* () {
    for (let index = 1; index <= 60_000; index++) yield Buffer.from(`${stamp} line ${index}\n`);
    sent();
  });
  const options = { containerId: 'c1', tail: 100_000, follow: false };
  let dropped = 0;
  const texts: string[] = [];
  for await (const batch of readContainerLogs(engine, options, new AbortController().signal)) {
    dropped += batch.dropped;
    texts.push(...batch.lines.map((line) => line.text));
    await allSent;
  }
  expect(dropped).toBeGreaterThan(30_000);
  expect(texts.length + dropped).toBe(60_000);
  expect(texts.at(-1)).toBe('line 60000');
});

test('the signal ends a log that is silent', async () => {
  const stop = new AbortController();
  const engine = engineWith(async function* () {
    yield Buffer.from(`${stamp} only\n`);
  });
  const options = { containerId: 'c1', tail: 10, follow: true };
  const batches = readContainerLogs(engine, options, stop.signal);
  expect((await batches.next()).value?.lines).toEqual([
    { atMs: Date.parse(stamp), stream: 'stdout', text: 'only' },
  ]);
  const next = batches.next();
  stop.abort();
  expect((await next).done).toBe(true);
});

test('a container that is removed while nobody listens ends the log', async () => {
  let isThere = true;
  const engine = engineWith(
    async function* () {
      yield Buffer.from(`${stamp} last\n`);
      isThere = false;
    },
    () => isThere,
  );
  const texts: string[] = [];
  const options = { containerId: 'c1', tail: 10, follow: true };
  for await (const { lines } of readContainerLogs(engine, options, new AbortController().signal)) {
    texts.push(...lines.map((line) => line.text));
  }
  expect(texts).toEqual(['last']);
});

test('what the engine refuses is thrown', async () => {
  const refused = new AppFailure({
    code: 'engine-refused',
    status: 500,
    reason: 'driver does not support reading',
  });
  const engine = engineWith(async function* () {
    yield Buffer.from(`${stamp} x\n`);
    throw refused;
  });
  const options = { containerId: 'c1', tail: 10, follow: true };
  const read = async (): Promise<void> => {
    for await (const _batch of readContainerLogs(engine, options, new AbortController().signal));
  };
  await expect(read()).rejects.toBe(refused);
});
