import { afterAll, beforeAll, expect, test } from 'vitest';
import { ChangeFeed } from '../../../src/main/changes/change-feed.ts';
import { ContainerList } from '../../../src/main/containers/container-list.ts';
import type { EngineConnection } from '../../../src/main/docker/engine-connection.ts';
import { defaultImage } from '../../../src/main/images/default-image.ts';
import { ImageConfigCache } from '../../../src/main/images/image-config-cache.ts';
import { listPostgresImages } from '../../../src/main/images/image-list.ts';
import { listUserNetworks } from '../../../src/main/networks/network-list.ts';
import { topicSchema } from '../../../src/shared/contract/changes.ts';
import { docker } from '../../support/docker-cli.ts';
import { openEngine } from '../../support/engine-under-test.ts';
import { OwnContainers } from '../../support/own-containers.ts';
import { testImage } from '../../support/test-image.ts';
import { waitFor } from '../../support/wait-for.ts';

const own = new OwnContainers();
const alias = own.name('alias').toLowerCase();
let engine: EngineConnection;
beforeAll(async () => {
  engine = await openEngine();
  // An image whose name tells nothing: only its PGDATA shows what it is.
  await docker('tag', testImage, `${alias}:1`);
});
afterAll(async () => {
  await engine.dispose();
  await own.sweep();
  await docker('rmi', `${alias}:1`);
});

test('lists what the list call tells at once, and the rest when it was learned', async () => {
  const name = own.name('listed');
  await own.run(
    '-d',
    '--rm',
    '--name',
    name,
    '-p',
    '127.0.0.1:0:5432',
    '-e',
    'POSTGRES_PASSWORD=x',
    `${alias}:1`,
  );
  const helper = await docker('create', '--label', own.label, '--label', 'dev.howdah.helper=1', testImage);
  let learned = 0;
  const list = new ContainerList({
    engine,
    images: new ImageConfigCache(),
    onLearned: () => {
      learned += 1;
    },
  });
  const find = async () => (await list.list()).find((row) => row.name === name);
  expect(await find()).toMatchObject({ state: 'running', isPostgres: false, autoRemove: false });
  await waitFor('the rest to be learned', () => (learned > 0 ? true : null));
  const row = await find();
  expect(row).toMatchObject({
    isPostgres: true,
    autoRemove: true,
    origin: { kind: 'other' },
    ports: [{ containerPort: 5432, protocol: 'tcp', hostIp: '127.0.0.1' }],
  });
  expect(row?.anonymousVolumes).toHaveLength(1);
  expect((await list.list()).some(({ id }) => id === helper)).toBe(false);
  await list.dispose();
});

test('every kind of event reaches the change feed', async () => {
  const feed = new ChangeFeed(engine);
  const stop = new AbortController();
  const seen = new Set<string>();
  const watching = (async () => {
    for await (const { topics } of feed.watch(stop.signal)) for (const topic of topics) seen.add(topic);
  })();
  await waitFor('the first message', () => (seen.size === topicSchema.options.length ? true : null));
  const expectTopic = async (topic: string, ...command: string[]): Promise<void> => {
    seen.delete(topic);
    await docker(...command);
    await waitFor(topic, () => (seen.has(topic) ? true : null), { deadlineMs: 10_000 });
  };
  const name = own.name('fed');
  await expectTopic('volumes', 'volume', 'create', '--label', own.label, name);
  await expectTopic('networks', 'network', 'create', name);
  await expectTopic('networks', 'network', 'rm', name);
  await expectTopic('containers', 'create', '--name', name, '--label', own.label, testImage);
  await expectTopic('containers', 'rm', '-v', name);
  await expectTopic('images', 'tag', testImage, `${alias}:2`);
  await expectTopic('images', 'rmi', `${alias}:2`);
  stop.abort();
  await watching;
  feed.dispose();
});

test('images: families and PGDATA, newest Postgres first, with the mount path of the image', async () => {
  const images = await listPostgresImages(engine.client(), new ImageConfigCache());
  const inspect = await engine.client().inspectImage(testImage);
  const [mountPath] = Object.keys(inspect.Config.Volumes ?? {});
  expect(images.find(({ reference }) => reference === testImage)).toMatchObject({
    id: inspect.Id,
    mountPath,
    major: Number(/:(\d+)/.exec(testImage)?.[1]),
  });
  expect(images.map(({ reference }) => reference)).toContain(`${alias}:1`);
  const majors = images.map(({ major }) => major ?? 0);
  expect(majors).toEqual([...majors].sort((one, other) => other - one));
  expect(defaultImage(images)).toMatch(/^postgres:/);
});

test('networks: those that somebody made', async () => {
  const name = own.name('network');
  await docker('network', 'create', name);
  try {
    const networks = await listUserNetworks(engine.client());
    expect(networks).toContainEqual({ name, driver: 'bridge' });
    expect(networks.map((network) => network.name)).not.toContain('bridge');
  } finally {
    await docker('network', 'rm', name);
  }
});
