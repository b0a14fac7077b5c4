import { buffer } from 'node:stream/consumers';
import { pack } from 'tar-stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EngineConnection } from '../../../src/main/docker/engine-connection.ts';
import { decisiveLogLines } from '../../../src/main/logs/decisive-log-lines.ts';
import type { LogBatch } from '../../../src/main/logs/log-buffer.ts';
import { readContainerLogs } from '../../../src/main/logs/read-container-logs.ts';
import { docker } from '../../support/docker-cli.ts';
import { openEngine } from '../../support/engine-under-test.ts';
import { OwnContainers } from '../../support/own-containers.ts';
import { testImage } from '../../support/test-image.ts';
import { waitFor } from '../../support/wait-for.ts';

const own = new OwnContainers();
let engine: EngineConnection;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(async () => {
  await engine.dispose();
  await own.sweep();
});

/** Runs a shell script as the container's program. */
function runScript(script: string, ...options: string[]): Promise<string> {
  return own.run('-d', ...options, '--entrypoint', 'sh', testImage, '-c', script);
}

async function readAll(containerId: string, tail = 10_000): Promise<LogBatch[]> {
  const batches: LogBatch[] = [];
  const options = { containerId, tail, follow: false };
  for await (const batch of readContainerLogs(engine, options, new AbortController().signal)) {
    batches.push(batch);
  }
  return batches;
}

function textsOf(batches: LogBatch[]): string[] {
  return batches.flatMap((batch) => batch.lines.map((line) => line.text));
}

/** Follows a log; what came so far stands in `texts`. */
function follow(containerId: string, tail: number) {
  const stop = new AbortController();
  const texts: string[] = [];
  let batches = 0;
  const over = (async () => {
    const options = { containerId, tail, follow: true };
    for await (const { lines } of readContainerLogs(engine, options, stop.signal)) {
      batches += 1;
      texts.push(...lines.map((line) => line.text));
    }
  })();
  const begun = () => waitFor('the first batch', () => (batches > 0 ? true : null));
  const has = (text: string) => waitFor(`"${text}"`, () => (texts.includes(text) ? true : null));
  return { texts, over, begun, has, stop: () => stop.abort() };
}

test.each([
  ['without a terminal', []],
  ['with a terminal', ['-t']],
])('history, %s', async (_name, options) => {
  const script = String.raw`printf 'one\n\033[31mred\033[0m\n'; printf 'größer 🐘\n'; printf 'no end'`;
  const id = await runScript(script, ...options);
  await docker('wait', id);
  const batches = await readAll(id);
  expect(textsOf(batches)).toEqual(['one', 'red', 'größer 🐘', 'no end']);
  expect(batches.flatMap((batch) => batch.lines).every((line) => (line.atMs ?? 0) > 1e12)).toBe(true);
  expect(textsOf(await readAll(id, 2))).toEqual(['größer 🐘', 'no end']);
});

test('an empty log is told as empty', async () => {
  const id = await runScript('exit 0');
  await docker('wait', id);
  expect(await readAll(id)).toEqual([{ lines: [], dropped: 0 }]);
});

test('many lines come in batches of at most 1,000, in order', async () => {
  const id = await runScript('seq 1 5000');
  await docker('wait', id);
  const batches = await readAll(id);
  expect(Math.max(...batches.map((batch) => batch.lines.length))).toBeLessThanOrEqual(1_000);
  expect(textsOf(batches)).toEqual(Array.from({ length: 5_000 }, (_, index) => String(index + 1)));
});

test('a line that the engine cuts into pieces is cut once', async () => {
  const id = await runScript(String.raw`head -c 60000 /dev/zero | tr '\0' x; echo; echo after`);
  await docker('wait', id);
  const [long, after] = textsOf(await readAll(id));
  expect(long).toMatch(/^x{16000,16384}…$/);
  expect(after).toBe('after');
});

test('follows through restarts, saying nothing twice, until the container is removed', async () => {
  const script =
    'n=$(cat /tmp/n 2>/dev/null || echo 0); n=$((n + 1)); echo $n > /tmp/n; echo "start $n"; exec sleep 600';
  const id = await runScript(script, '--init');
  const log = follow(id, 100);
  await log.has('start 1');
  await docker('restart', '-t', '0', id);
  await log.has('start 2');
  await docker('stop', '-t', '0', id);
  await docker('start', id);
  await log.has('start 3');
  expect(log.texts).toEqual(['start 1', 'start 2', 'start 3']);
  await docker('rm', '-f', id);
  await log.over;
});

test('tail 0 follows from the first line on after a start', async () => {
  const id = await docker('create', '--label', own.label, '--entrypoint', 'echo', testImage, 'hello');
  const log = follow(id, 0);
  await log.begun();
  await docker('start', id);
  await log.has('hello');
  log.stop();
  await log.over;
});

test('a container that is not there', async () => {
  await expect(readAll('howdah-none')).rejects.toMatchObject({ appError: { code: 'not-found' } });
});

test.each([
  ['no password', [], /superuser password|POSTGRES_PASSWORD/],
  [
    'an unknown parameter',
    ['-e', 'POSTGRES_PASSWORD=x', testImage, '-c', 'shared_bufers=1'],
    /unrecognized configuration parameter "shared_bufers"/,
  ],
])('tells why Postgres did not start: %s', async (_name, args, expected) => {
  const id = await own.run('-d', ...(args.length === 0 ? [testImage] : args));
  await docker('wait', id);
  expect(decisiveLogLines(textsOf(await readAll(id)))[0]).toMatch(expected);
});

test('tells the init script that failed', async () => {
  const id = await docker('create', '--label', own.label, '-e', 'POSTGRES_PASSWORD=x', testImage);
  const tar = pack();
  tar.entry({ name: '01-broken.sql' }, 'SELECT 1;\nINSERT INTO nowhere VALUES (1);\n');
  tar.finalize();
  await engine.client().putArchive(id, '/docker-entrypoint-initdb.d', await buffer(tar));
  await docker('start', id);
  await docker('wait', id);
  const lines = decisiveLogLines(textsOf(await readAll(id)));
  expect(lines.join('\n')).toMatch(/01-broken\.sql.*relation "nowhere" does not exist/);
});
