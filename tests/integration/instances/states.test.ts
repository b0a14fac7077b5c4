import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pack } from 'tar-stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { watchLiveStats } from '../../../src/main/instances/live-stats.ts';
import { isInitialising } from '../../../src/main/instances/state/initialisation.ts';
import { waitUntilReady } from '../../../src/main/instances/state/wait-until-ready.ts';
import { storageOf } from '../../../src/main/instances/storage/storage-verdict.ts';
import { openSession } from '../../../src/main/postgres/open-session.ts';
import { docker } from '../../support/docker-cli.ts';
import { type InstancesBench, openInstancesBench } from '../../support/instances-bench.ts';
import { testImage } from '../../support/test-image.ts';
import { waitFor } from '../../support/wait-for.ts';

const password = ['-e', 'POSTGRES_PASSWORD=pw'];
const fast = ['-c', 'fsync=off'];

let bench: InstancesBench;
let folder: string;
beforeAll(async () => {
  bench = await openInstancesBench();
  folder = await mkdtemp(join(tmpdir(), 'howdah-data-'));
});
afterAll(async () => {
  await bench.dispose();
  await rm(folder, { recursive: true });
});

/** A container whose init script waits until `/tmp/go` exists; started only after the script is in it. */
async function startSlowly(suffix: string, script: string): Promise<string> {
  const name = `${bench.prefix}${suffix}`;
  await docker('create', '--name', name, ...password, testImage, ...fast);
  const tar = pack();
  tar.entry({ name: 'docker-entrypoint-initdb.d/slow.sh', mode: 0o755 }, script);
  tar.finalize();
  await bench.engine.client().putArchive(name, '/', await buffer(tar));
  await docker('start', name);
  return name;
}

const waitForGo = '#!/bin/sh\nuntil [ -e /tmp/go ]; do sleep 0.05; done\n';

describe('readiness', () => {
  test('an initialising server is not ready until it answers over TCP, and the list is told', async () => {
    const name = await startSlowly('slow', waitForGo);
    const initialising = await bench.reaches(name, 'initialising');
    expect(initialising).toMatchObject({ ready: false, exitCode: null, health: 'none' });
    expect(await isInitialising(bench, name)).toBe(true);
    const waiting = waitUntilReady(bench, name, { timeoutMs: 60_000 });
    bench.published.length = 0;
    await docker('exec', name, 'touch', '/tmp/go');
    await waiting;
    expect(await isInitialising(bench, name)).toBe(false);
    await waitFor('the list to be told', () => (bench.published.includes('containers') ? true : null));
    expect(await bench.reaches(name, 'running')).toMatchObject({ ready: true, state: 'running' });
  });

  test('gives up after its time, at once when cancelled', async () => {
    const name = await startSlowly('stuck', waitForGo);
    await expect(waitUntilReady(bench, name, { timeoutMs: 300 })).rejects.toMatchObject({
      appError: { code: 'not-ready' },
    });
    const abort = new AbortController();
    const waiting = waitUntilReady(bench, name, { timeoutMs: 60_000, signal: abort.signal });
    abort.abort();
    await expect(waiting).rejects.toMatchObject({ appError: { code: 'cancelled' } });
  });

  test.each([
    ['no', []],
    ['always', ['--restart', 'always']],
  ])('a failing init script ends the waiting at once, restart policy %s', async (policy, options) => {
    const name = `${bench.prefix}failing-${policy}`;
    await docker('create', '--name', name, ...password, ...options, testImage, ...fast);
    const tar = pack();
    tar.entry({ name: 'docker-entrypoint-initdb.d/bad.sql' }, 'CREATE TABLE fine (a int);\nSELEKT 1;\n');
    tar.finalize();
    await bench.engine.client().putArchive(name, '/', await buffer(tar));
    await docker('start', name);
    const failure = await waitUntilReady(bench, name, { timeoutMs: 60_000 }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ appError: { code: 'start-failed' } });
    expect(JSON.stringify(failure)).toContain('syntax error at or near \\"SELEKT\\"');
    await docker('rm', '-fv', name);
  });
});

describe('the list', () => {
  test('shows a crash loop with its decisive line, and forgets it with the container', async () => {
    const name = await bench.run(
      'loop',
      [...password, '--restart', 'always'],
      ['-c', 'shared_buffers=nonsense'],
    );
    await bench.reaches(name, 'crash-loop');
    const line = await waitFor('its line', async () => (await bench.listed(name))?.decisiveLogLine ?? null);
    expect(line).toContain('shared_buffers');
    await docker('rm', '-fv', name);
    expect(await bench.listed(name)).toBeNull();
  });

  test('shows a loop, and its line, that began before Howdah did', async () => {
    const name = await bench.run('older-loop', [...password, '--restart', 'always'], ['-c', 'no_such=1']);
    await waitFor('a third restart', async () =>
      Number(await docker('inspect', '-f', '{{.RestartCount}}', name)) >= 3 ? true : null,
    );
    const later = await openInstancesBench();
    try {
      await later.reaches(name, 'crash-loop');
      const line = await waitFor('its line', async () => (await later.listed(name))?.decisiveLogLine ?? null);
      expect(line).toContain('unrecognized configuration parameter "no_such"');
    } finally {
      await later.dispose();
    }
    await docker('rm', '-fv', name);
  });

  test('calls a kill an unclean shutdown and a stop none, and is ready again after a start', async () => {
    const name = await bench.run('stopped', password, fast);
    await bench.reaches(name, 'running');
    await docker('stop', name);
    expect(await bench.reaches(name, 'stopped')).toMatchObject({
      ...{ exitCode: 0, uncleanShutdown: false, ready: null, decisiveLogLine: null, startedAtMs: null },
    });
    await docker('start', name);
    await bench.reaches(name, 'running');
    await docker('pause', name);
    await bench.reaches(name, 'paused');
    await docker('unpause', name);
    await bench.reaches(name, 'running');
    await docker('kill', name);
    expect(await bench.reaches(name, 'stopped')).toMatchObject({ exitCode: 137, uncleanShutdown: true });
  });

  test('follows health, and finds a server of another name by its image', async () => {
    const own = `${bench.prefix}image`.replaceAll('-', '');
    await docker('tag', testImage, own);
    try {
      const health = [
        '--health-cmd',
        'test ! -e /tmp/ill',
        '--health-interval',
        '200ms',
        '--health-retries',
        '1',
      ];
      const name = await bench.run('health', [...password, ...health], fast, own);
      expect(await bench.reaches(name, 'running')).toMatchObject({ image: own });
      await waitFor('healthy', async () => ((await bench.listed(name))?.health === 'healthy' ? true : null));
      await docker('exec', name, 'touch', '/tmp/ill');
      await bench.reaches(name, 'unhealthy');
      // It answers all the same; that it does is asked anew after each word about its health.
      await waitFor('an answer', async () => ((await bench.listed(name))?.ready === true ? true : null));
      expect((await bench.listed(name))?.state).toBe('unhealthy');
      await docker('rm', '-fv', name);
    } finally {
      await docker('rmi', own);
    }
  });
});

describe('storage on real containers', () => {
  const at = '/var/lib/postgresql/data';
  test.each([
    ['named', ['-v', 'VOLUME:/var/lib/postgresql/data'], 'named-volume', 'kept'],
    ['mount', ['--mount', `type=volume,src=VOLUME,dst=${at}`], 'named-volume', 'kept'],
    ['anonymous', [], 'anonymous-volume', 'orphaned-on-removal'],
    ['too-high', ['-v', 'VOLUME:/var/lib/postgresql'], 'anonymous-volume', 'not-protected'],
    ['folder', ['-v', `FOLDER:${at}`], 'folder', 'kept'],
    ['tmpfs', ['--tmpfs', at], 'memory', 'memory-only'],
    ['tmpfs-mount', ['--mount', `type=tmpfs,dst=${at}`], 'memory', 'memory-only'],
    ['own-pgdata', ['-v', `VOLUME:${at}`, '-e', 'PGDATA=/pgdata'], 'container', 'not-protected'],
    ['subfolder', ['-v', `VOLUME:${at}`, '-e', `PGDATA=${at}/here`], 'named-volume', 'kept'],
  ])('%s', async (name, options, kind, verdict) => {
    const volume = `${bench.prefix}${name}`;
    const container = await bench.run(
      `storage-${name}`,
      [...password, ...options.map((option) => option.replace('VOLUME', volume).replace('FOLDER', folder))],
      fast,
    );
    await waitUntilReady(bench, container, { timeoutMs: 60_000 });
    const storage = storageOf(await bench.engine.client().inspectContainer(container), null);
    expect(storage).toMatchObject({ kind, verdict });
    if (kind === 'named-volume') expect(storage.source).toBe(volume);
    // What the server itself says.
    const session = await openSession(await bench.access.targetOf(container));
    const [row] = await session.query<{ data_directory: string }>('SHOW data_directory');
    await session.dispose();
    expect(storage.dataDirectory).toBe(row?.data_directory);
    // What is left in a folder belongs to a user of the container, which may be nobody's here.
    if (kind === 'folder') await docker('exec', '-u', '0', container, 'sh', '-c', `rm -rf ${at}/*`);
    await docker('rm', '-fv', container);
  });
});

describe('live figures', () => {
  test('come with connections, and end when the container stops', async () => {
    const name = await bench.run('stats', [...password, '-p', '127.0.0.1::5432'], fast);
    await waitUntilReady(bench, name, { timeoutMs: 60_000 });
    const other = await openSession(await bench.access.targetOf(name));
    const seen = [];
    for await (const figures of watchLiveStats(bench, name, new AbortController().signal)) {
      seen.push(figures);
      if (seen.length === 2) {
        await other.dispose();
        await docker('stop', name);
      }
    }
    expect(seen[0]).toMatchObject({ connections: 1, maxConnections: 100 });
    expect(seen[0]?.memoryBytes).toBeGreaterThan(1024 * 1024);
    expect((seen[1]?.atMs ?? 0) - (seen[0]?.atMs ?? 0)).toBeGreaterThan(1500);
    const refused = watchLiveStats(bench, name, new AbortController().signal).next();
    await expect(refused).rejects.toMatchObject({ appError: { code: 'unavailable', action: 'stats' } });
  });

  test('end with their signal, and leave no session', async () => {
    const name = await bench.run('unwatched', [...password, '-p', '127.0.0.1::5432'], fast);
    await waitUntilReady(bench, name, { timeoutMs: 60_000 });
    const abort = new AbortController();
    const figures = watchLiveStats(bench, name, abort.signal);
    expect((await figures.next()).done).toBe(false);
    abort.abort();
    expect((await figures.next()).done).toBe(true);
    const session = await openSession(await bench.access.targetOf(name));
    await expect
      .poll(async () =>
        session.query(
          "SELECT 1 FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
        ),
      )
      .toEqual([]);
    await session.dispose();
  });
});
