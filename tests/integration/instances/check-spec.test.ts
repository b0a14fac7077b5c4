import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ImageConfigCache } from '../../../src/main/images/image-config-cache.ts';
import { type CheckSpecDeps, checkSpec } from '../../../src/main/instances/form/check-spec.ts';
import { specDefaults } from '../../../src/main/instances/form/spec-defaults.ts';
import { isPortBusy } from '../../../src/main/instances/ports/free-port.ts';
import { waitUntilReady } from '../../../src/main/instances/state/wait-until-ready.ts';
import { VolumeContents } from '../../../src/main/volumes/volume-contents.ts';
import { type InstanceSpec, instanceSpecSchema } from '../../../src/shared/instance-spec.ts';
import { docker } from '../../support/docker-cli.ts';
import { type InstancesBench, openInstancesBench } from '../../support/instances-bench.ts';
import { testImage } from '../../support/test-image.ts';

let bench: InstancesBench;
let deps: CheckSpecDeps;
let good: InstanceSpec;
const images = new ImageConfigCache();

beforeAll(async () => {
  bench = await openInstancesBench();
  const contents = new VolumeContents(bench.engine);
  deps = {
    engine: bench.engine,
    contentOf: async (volume) => (await contents.of([volume]))[volume] ?? { kind: 'unknown' },
  };
  const name = `${bench.prefix}new`;
  good = {
    ...(await specDefaults({ ...bench, images })),
    ...{ name, image: testImage, hostPort: null, storage: { kind: 'named-volume', name: `${name}-data` } },
  };
});
afterAll(() => bench.dispose());

const issuesOf = async (change: Partial<InstanceSpec>) =>
  (await checkSpec(deps, { ...good, ...change })).issues.map(
    ({ field, severity, problem, values }) => [`${field} ${problem} ${severity}`, values] as const,
  );

test('what the form starts with is fine, complete and new each time', async () => {
  const [one, other] = await Promise.all([1, 2].map(() => specDefaults({ ...bench, images })));
  expect(instanceSpecSchema.parse(one)).toEqual(one);
  expect(one?.password).toMatch(/^[A-Za-z0-9]{24}$/);
  expect(one?.password).not.toBe(other?.password);
  expect(await issuesOf({})).toEqual([]);
  const check = await checkSpec(deps, good);
  expect(check.storage.verdict).toBe('kept');
  expect(check.command).toContain(`docker run -d --name ${good.name}`);
  expect(check.command).not.toContain(good.password);
});

test('names and images', async () => {
  const taken = await bench.run('taken', ['--entrypoint', 'true']);
  expect(await issuesOf({ name: taken })).toEqual([
    ['name name-taken error', { name: taken, kind: 'container' }],
  ]);
  const image = 'postgres:16-nobody-has-this';
  expect(await issuesOf({ image })).toEqual([['image image-not-here warning', { image }]]);
  expect(await issuesOf({ image: 'Not an image' })).toEqual([
    ['image image-reference error', { image: 'Not an image' }],
  ]);
  expect(await issuesOf({ network: `${bench.prefix}nowhere` })).toEqual([
    ['network network-missing error', { name: `${bench.prefix}nowhere` }],
  ]);
});

test('a port of a running container is named with it, and the next free one is free', async () => {
  const holder = await bench.run('port', ['-e', 'POSTGRES_PASSWORD=pw', '-p', '127.0.0.1::5432']);
  const port = Number((await docker('port', holder, '5432/tcp')).split(':').at(-1));
  const [[text, values] = []] = await issuesOf({ hostPort: port });
  expect(text).toBe('hostPort port-taken-container error');
  expect(values).toMatchObject({ port, holder });
  expect(await isPortBusy(Number(values?.nextFree), '127.0.0.1')).toBe(false);
  await docker('rm', '-fv', holder);
  expect(await issuesOf({ hostPort: port })).toEqual([]);
});

test('the form does not offer the port of an instance that is stopped', async () => {
  const { hostPort } = await specDefaults({ ...bench, images });
  await docker('create', '--name', `${bench.prefix}asleep`, '-p', `127.0.0.1:${hostPort}:5432`, testImage);
  expect((await specDefaults({ ...bench, images })).hostPort).not.toBe(hostPort);
});

test.each(['127.0.0.1', '0.0.0.0', '::'])(
  'a port of a program that listens on %s is named with it',
  async (host) => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, host, resolve));
    try {
      const { port } = server.address() as AddressInfo;
      const [[text, values] = []] = await issuesOf({ hostPort: port });
      expect(text).toBe('hostPort port-taken-process error');
      expect(values?.port).toBe(port);
      if (process.platform === 'linux') expect(values?.holder).toMatch(/node|vitest/i);
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  },
);

test('volumes: taken, missing, in use, initialised by this or another major version', async () => {
  const volume = `${bench.prefix}held`;
  const mounts = ['-v', `${volume}:/var/lib/postgresql/data`];
  const user = await bench.run('holder', ['-e', 'POSTGRES_PASSWORD=pw', ...mounts], ['-c', 'fsync=off']);
  await waitUntilReady(bench, user, { timeoutMs: 60_000 });
  const existing = { kind: 'existing-volume', name: volume } as const;

  expect(await issuesOf({ storage: { kind: 'named-volume', name: volume } })).toEqual([
    ['storage name-taken error', { name: volume, kind: 'volume' }],
  ]);
  expect(await issuesOf({ storage: { kind: 'existing-volume', name: `${volume}-not` } })).toEqual([
    ['storage volume-missing error', { name: `${volume}-not` }],
  ]);
  const major = Number((await docker('exec', user, 'cat', '/var/lib/postgresql/data/PG_VERSION')).trim());
  expect(await issuesOf({ storage: existing })).toEqual([
    ['storage volume-in-use error', { holder: user }],
    ['storage volume-initialised warning', { major }],
  ]);
  await docker('rm', '-f', user);
  expect(await issuesOf({ storage: existing })).toEqual([['storage volume-initialised warning', { major }]]);

  const fresh: CheckSpecDeps = { ...deps, contentOf: async () => ({ kind: 'postgres', major: 9 }) };
  const { issues } = await checkSpec(fresh, { ...good, storage: existing });
  expect(issues).toMatchObject([{ problem: 'volume-other-major', values: { found: 9, wanted: major } }]);
});

test('folders: empty, of somebody else, initialised', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'howdah-folder-'));
  const storage = { kind: 'folder', path: folder } as const;
  try {
    expect(await issuesOf({ storage })).toEqual([]);
    expect(await issuesOf({ storage: { kind: 'folder', path: join(folder, 'not-yet') } })).toEqual([]);
    await writeFile(join(folder, 'thesis.txt'), '');
    expect(await issuesOf({ storage })).toEqual([['storage folder-not-empty error', { path: folder }]]);
    await writeFile(join(folder, 'PG_VERSION'), '9\n');
    expect((await issuesOf({ storage }))[0]?.[0]).toBe('storage volume-other-major error');
  } finally {
    await rm(folder, { recursive: true });
  }
});
