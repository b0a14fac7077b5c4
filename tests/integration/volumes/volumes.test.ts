import { afterAll, expect, test } from 'vitest';
import { VolumeContents } from '../../../src/main/volumes/volume-contents.ts';
import { listVolumes } from '../../../src/main/volumes/volume-list.ts';
import { createVolumeSizes } from '../../../src/main/volumes/volume-sizes.ts';
import { withHelperContainer } from '../../../src/main/volumes/with-helper-container.ts';
import { docker as cli } from '../../support/docker-cli.ts';
import { openTestBench, testSpec } from '../../support/operations-bench.ts';
import { removeVolume } from '../../support/remove-by-prefix.ts';
import { testImage } from '../../support/test-image.ts';
import { waitFor } from '../../support/wait-for.ts';

const bench = await openTestBench();
const { prefix, operations, ended, deps, docker } = bench;
const contents = new VolumeContents(deps.engine);
const orphan = await cli('volume', 'create', '--label', `dev.howdah.run=${prefix}`);
afterAll(async () => {
  await contents.dispose();
  await bench.sweep();
  await removeVolume(orphan);
});

/** Those of this process. */
const helpers = () => cli('ps', '-aq', '--filter', `name=^howdah-helper-${process.pid}-`);

/** A volume with these files, made by a container that is gone again. */
async function makeVolume(name: string, script: string): Promise<string> {
  const volume = `${prefix}-${name}`;
  await cli('run', '--rm', '--entrypoint', 'sh', '-v', `${volume}:/v`, testImage, '-c', `cd /v && ${script}`);
  return volume;
}

test('tells who uses a volume, what it is to Howdah and where it comes from', async () => {
  const name = `${prefix}-list`;
  await ended(operations.create(testSpec(name)));
  await ended(operations.reset({ id: name, keepRestorePoint: true, typedName: '' }));
  const unused = await makeVolume('unused', 'true');
  const composeLabels = ['--label', 'com.docker.compose.project=stack'];
  await cli(
    'volume',
    'create',
    ...composeLabels,
    '--label',
    'com.docker.compose.service=db',
    `${prefix}-compose`,
  );

  const rows = await listVolumes(deps);
  const row = (volume: string) => rows.find((each) => each.name === volume);
  expect(row(`${name}-data.2`)).toMatchObject({
    verdict: 'in-use',
    origin: { kind: 'howdah' },
    usedBy: [{ name, running: true, mountPath: '/var/lib/postgresql/data' }],
    anonymous: false,
    restorePointOf: null,
  });
  expect(row(`${name}-data`)).toMatchObject({ verdict: 'restore-point', restorePointOf: name, usedBy: [] });
  expect(row(unused)).toMatchObject({ verdict: 'unused', origin: { kind: 'other' }, driver: 'local' });
  expect(row(orphan)).toMatchObject({ verdict: 'orphan', anonymous: true });
  expect(row(`${prefix}-compose`)?.origin).toEqual({ kind: 'compose', project: 'stack', service: 'db' });
});

test('reads what volumes hold, used or not, and starts nothing', async () => {
  const name = `${prefix}-holds`;
  await ended(operations.create(testSpec(name)));
  const names = {
    used: `${name}-data`,
    root: await makeVolume('root', 'echo 15 > PG_VERSION'),
    below: await makeVolume('below', 'mkdir -p 18/docker && echo 18 > 18/docker/PG_VERSION'),
    other: await makeVolume('other', 'echo x > file'),
    empty: await makeVolume('empty', 'true'),
  };
  const since = (Date.now() / 1000).toFixed(3);
  const holds = await contents.of(Object.values(names));
  expect(holds).toEqual({
    [names.used]: { kind: 'postgres', major: Number(testImage.split(':')[1]) },
    [names.root]: { kind: 'postgres', major: 15 },
    [names.below]: { kind: 'postgres', major: 18 },
    [names.other]: { kind: 'other' },
    [names.empty]: { kind: 'empty' },
  });
  const until = (Date.now() / 1000).toFixed(3);
  const events = await cli(
    'events',
    '--since',
    since,
    '--until',
    until,
    '--filter',
    'label=dev.howdah.helper',
  );
  expect(events).toContain('container create');
  expect(events).not.toContain('container start');
  expect(await helpers()).toBe('');
});

test('looking at a volume leaves it as it was', async () => {
  const volume = await makeVolume('untouched', 'true');
  const look = () => withHelperContainer(docker, [volume], (id) => docker.inspectContainer(id));
  const inspect = await look();
  // Nothing of the helper's own either: the image's VOLUME makes none.
  expect(inspect?.Mounts.map(({ Name }) => Name)).toEqual([volume]);
  expect(await contents.of([volume])).toEqual({ [volume]: { kind: 'empty' } });
});

test('a volume that somebody removes right before a look stays removed', async () => {
  const volume = `${prefix}-gone`;
  await withHelperContainer(docker, [volume], async () => {
    expect(await cli('volume', 'ls', '-q', '--filter', `name=${volume}`)).toBe(volume);
  });
  expect(await cli('volume', 'ls', '-q', '--filter', `name=${volume}`)).toBe('');
});

test('an empty volume that becomes a cluster under a container is told as one', async () => {
  const volume = await makeVolume('becoming', 'true');
  expect(await contents.of([volume])).toEqual({ [volume]: { kind: 'empty' } });
  await cli('create', '--name', `${prefix}-becoming`, '-v', `${volume}:/v`, '--entrypoint', 'sh', testImage);
  await cli(
    'run',
    '--rm',
    '-v',
    `${volume}:/v`,
    '--entrypoint',
    'sh',
    testImage,
    '-c',
    'echo 16 > /v/PG_VERSION',
  );
  expect(await contents.of([volume])).toEqual({ [volume]: { kind: 'postgres', major: 16 } });
});

test('the end of the app waits for a look and leaves no helper', async () => {
  const volume = await makeVolume('ending', 'true');
  let goOn: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const client = {
    ...docker,
    getArchive: async (...args: Parameters<typeof docker.getArchive>) => {
      await held;
      return docker.getArchive(...args);
    },
  };
  const own = new VolumeContents({ client: () => client });
  const asked = own.of([volume]);
  await waitFor('the helper', async () => ((await helpers()) === '' ? null : true));
  const ended = own.dispose();
  goOn();
  await ended;
  expect(await helpers()).toBe('');
  await asked;
});

test('a volume that is gone is not in the answer, a share nobody mounts is unknown', async () => {
  const share = `${prefix}-share`;
  await cli(
    'volume',
    'create',
    '--opt',
    'type=nfs',
    '--opt',
    'device=:/x',
    '--opt',
    'o=addr=127.0.0.1',
    share,
  );
  const holds = await contents.of([share, `${prefix}-nothing`]);
  expect(holds).toEqual({ [share]: { kind: 'unknown' } });
});

test('sizes are walked once for everybody who asks at the same time', async () => {
  const volume = await makeVolume('sized', 'head -c 300000 /dev/zero > file');
  let walks = 0;
  const client = {
    ...bench.docker,
    volumeSizes: (signal?: AbortSignal) => {
      walks += 1;
      return bench.docker.volumeSizes(signal);
    },
  };
  const sizes = createVolumeSizes({ client: () => client });
  const [first, second] = await Promise.all([sizes(), sizes()]);
  expect(first[volume]).toBeGreaterThanOrEqual(300_000);
  expect(second).toBe(first);
  expect(walks).toBe(1);
});
