import { afterAll, expect, test } from 'vitest';
import { initScriptArchive } from '../../../src/main/instances/operations/init-script-archive.ts';
import { docker as cli } from '../../support/docker-cli.ts';
import { initScript, openTestBench, testSpec } from '../../support/operations-bench.ts';
import { removeVolume, unnamedVolumesOf } from '../../support/remove-by-prefix.ts';
import { testImage } from '../../support/test-image.ts';
import { waitFor } from '../../support/wait-for.ts';

const bench = await openTestBench();
const { operations, docker, ended, prefix, deps } = bench;
afterAll(() => bench.sweep());

const instance = { isInstance: true, evenIfInitialising: false };
const container = { isInstance: false, evenIfInitialising: false };
const stateOf = async (name: string) => (await docker.inspectContainer(name)).State;

test('stop, start and restart an instance; a start ends when it takes queries', async () => {
  const name = `${prefix}-cycle`;
  await ended(operations.create(testSpec(name)));
  expect((await ended(operations.simple('stop', name, instance))).state).toBe('succeeded');
  expect(await stateOf(name)).toMatchObject({ Running: false, ExitCode: 0 });
  const started = await ended(operations.simple('start', name, instance));
  expect(started.steps.map(({ name: step }) => step)).toEqual(['start-container', 'wait-until-ready']);
  await cli('exec', name, 'pg_isready', '-h', '127.0.0.1');
  const { StartedAt } = await stateOf(name);
  expect((await ended(operations.simple('restart', name, instance))).state).toBe('succeeded');
  expect((await stateOf(name)).StartedAt).not.toBe(StartedAt);
});

test('a removal leaves the volume, and says so before', async () => {
  const name = `${prefix}-remove`;
  await ended(operations.create(testSpec(name)));
  const preview = await operations.previewRemove(name);
  expect(preview).toEqual({
    steps: [
      { name: 'stop-container', command: `docker stop -t 60 ${name}` },
      { name: 'remove-container', command: `docker rm ${name}` },
    ],
    stays: [{ kind: 'volume', name: `${name}-data`, anonymous: false }],
    goes: [],
  });
  expect((await ended(operations.simple('remove', name, instance))).state).toBe('succeeded');
  expect(await cli('ps', '-aq', '--filter', `name=^${name}`)).toBe('');
  expect(await cli('volume', 'ls', '-q', '--filter', `name=${name}`)).toBe(`${name}-data`);
});

test('memory goes with the container, and that is said', async () => {
  const name = `${prefix}-memory`;
  await ended(operations.create(testSpec(name, { storage: { kind: 'memory' } })));
  expect(await operations.previewRemove(name)).toMatchObject({ stays: [], goes: [{ kind: 'memory' }] });
});

test('stopping during initialisation asks first, and is remembered until the cluster is made anew', async () => {
  const name = `${prefix}-init`;
  const volume = `${name}-data`;
  await cli('volume', 'create', volume);
  await cli(
    'create',
    '--name',
    name,
    '--stop-timeout',
    '1',
    '-e',
    'POSTGRES_PASSWORD=x',
    '-v',
    `${volume}:/var/lib/postgresql/data`,
    testImage,
  );
  await docker.putArchive(
    name,
    '/',
    await initScriptArchive([initScript('1.sh', 'touch /tmp/begun; sleep 600')]),
  );
  await cli('start', name);
  await waitFor('the init script', () => cli('exec', name, 'ls', '/tmp/begun').catch(() => null));

  for (const [kind, page] of [
    ['stop', instance],
    ['restart', instance],
    ['stop', container],
    ['restart', container],
  ] as const) {
    await expect(operations.simple(kind, name, page)).rejects.toMatchObject({
      appError: { code: 'initialising', name },
    });
  }
  const storage = { kind: 'named-volume', source: volume } as const;
  const place = { storage, containerId: '', volume: await docker.inspectVolume(volume) };
  expect(deps.halfInitialised.isMarked(place)).toBe(false);
  const stopped = await ended(operations.simple('stop', name, { ...instance, evenIfInitialising: true }));
  expect(stopped.state).toBe('succeeded');
  expect(deps.halfInitialised.isMarked(place)).toBe(true);

  await cli('run', '--rm', '-v', `${volume}:/v`, '--entrypoint', 'sh', testImage, '-c', 'rm -r /v/*');
  await docker.putArchive(name, '/', await initScriptArchive([initScript('1.sh', 'true')]));
  expect((await ended(operations.simple('start', name, instance))).state).toBe('succeeded');
  expect(deps.halfInitialised.isMarked(place)).toBe(false);
});

test('any container is stopped and removed the same way', async () => {
  const name = `${prefix}-plain`;
  await cli('run', '-d', '--name', name, '--entrypoint', 'sleep', '--stop-timeout', '1', testImage, '600');
  const [unnamed = ''] = await unnamedVolumesOf([name]);
  const operation = await ended(operations.simple('remove', name, container));
  expect(operation.steps.map(({ name: step, state }) => `${step} ${state}`)).toEqual([
    'stop-container done',
    'remove-container done',
  ]);
  expect(await cli('volume', 'ls', '-q', '--filter', `name=${unnamed}`)).toBe(unnamed);
  await removeVolume(unnamed);
});

test('what is not there is told at once', async () => {
  await expect(operations.simple('start', `${prefix}-nothing`, instance)).rejects.toMatchObject({
    appError: { code: 'not-found', kind: 'container' },
  });
});
