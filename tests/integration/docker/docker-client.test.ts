import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { extract, pack } from 'tar-stream';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createDockerClient } from '../../../src/main/docker/create-docker-client.ts';
import type { DockerClient } from '../../../src/main/docker/docker-client.ts';
import type { EngineLink } from '../../../src/main/docker/engine-link.ts';
import { parseEngineAddress } from '../../../src/main/docker/parse-engine-address.ts';
import { pingEngine } from '../../../src/main/docker/ping-engine.ts';
import { AppFailure } from '../../../src/main/lib/app-failure.ts';
import { docker } from '../../support/docker-cli.ts';
import { engineAddress } from '../../support/engine-under-test.ts';
import { freePort } from '../../support/free-port.ts';
import { OwnContainers } from '../../support/own-containers.ts';
import { testImage } from '../../support/test-image.ts';
import { waitFor } from '../../support/wait-for.ts';

const own = new OwnContainers();
let link: EngineLink;
let client: DockerClient;
let sleeper: string;

beforeAll(async () => {
  const address = engineAddress();
  const endpoint = parseEngineAddress(address, null);
  const ping = await pingEngine({ id: address, source: 'socket', label: 'test', address, endpoint }, 5_000);
  if (!ping.ok) throw new Error(JSON.stringify(ping.attempt.failure));
  link = ping.link;
  client = createDockerClient(link);
  sleeper = own.name('sleeper');
  const script = 'echo out; echo err >&2; exec sleep 600';
  await own.run('-d', '--init', '--name', sleeper, '--entrypoint', 'sh', testImage, '-c', script);
});
beforeEach(() => {
  expect(link.underWayCount).toBe(0);
});
afterAll(async () => {
  link.dispose();
  await own.sweep();
});

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof AppFailure ? error.appError : error;
}

/** Nothing of the engine is open any more but idle connections of the pool. */
async function expectNoStreams(): Promise<void> {
  await waitFor('all calls to end', () => (link.underWayCount === 0 ? true : null), { deadlineMs: 5_000 });
}

test('creates, starts, renames, stops and removes', async () => {
  const name = own.name('life');
  const volume = own.name('data');
  const [key = '', value = ''] = own.label.split('=');
  const made = await client.createVolume({ name: volume, labels: { [key]: value } });
  expect(made).toMatchObject({ Name: volume, Labels: { [key]: value } });
  const id = await client.createContainer(name, {
    Image: testImage,
    Entrypoint: ['sleep', '600'],
    Labels: { [key]: value },
    HostConfig: { Binds: [`${volume}:/data`] },
  });
  await client.startContainer(id);
  await client.startContainer(id);
  const renamed = own.name('renamed');
  await client.renameContainer(id, renamed);
  const rows = await client.listContainers({ labels: [own.label] });
  expect(rows.find((row) => row.id === id)).toMatchObject({
    names: [renamed],
    image: testImage,
    state: 'running',
    mounts: expect.arrayContaining([expect.objectContaining({ name: volume, destination: '/data' })]),
  });
  expect(await failureOf(client.removeVolume(volume))).toEqual({
    code: 'volume-in-use',
    volume,
    containers: [renamed],
  });
  await client.stopContainer(id, 0);
  await client.stopContainer(id, 0);
  await client.removeContainer(id, { volumes: true });
  await client.removeContainer(id);
  await client.removeVolume(volume);
  await client.removeVolume(volume);
  expect(await failureOf(client.inspectVolume(volume))).toEqual({
    code: 'not-found',
    kind: 'volume',
    name: volume,
  });
});

test('keeps passwords of a new container out of the address', async () => {
  const seen: string[] = [];
  const dial = link.docker.modem.dial.bind(link.docker.modem);
  link.docker.modem.dial = (options, callback) => {
    seen.push(JSON.stringify({ path: options.path, query: options.options?._query ?? options.options }));
    dial(options, callback);
  };
  try {
    const body = {
      Image: testImage,
      Env: ['POSTGRES_PASSWORD=s3cret'],
      Labels: { [own.label.split('=')[0] ?? '']: own.label.split('=')[1] ?? '' },
    };
    await client.createContainer(own.name('quiet'), body);
  } finally {
    link.docker.modem.dial = dial;
  }
  expect(seen.join()).not.toContain('s3cret');
});

test('refusals have names', async () => {
  expect(await failureOf(client.createContainer(sleeper, { Image: testImage }))).toEqual({
    code: 'name-taken',
    kind: 'container',
    name: sleeper,
  });
  expect(await failureOf(client.createContainer(own.name('x'), { Image: 'howdah-none:1' }))).toEqual({
    code: 'image-missing',
    image: 'howdah-none:1',
  });
  expect(await failureOf(client.inspectImage('howdah/none:1'))).toEqual({
    code: 'image-missing',
    image: 'howdah/none:1',
  });
  expect(await failureOf(client.inspectContainer('howdah-none'))).toEqual({
    code: 'not-found',
    kind: 'container',
    name: 'howdah-none',
  });
  expect(await failureOf(client.startContainer('../volumes/x'))).toMatchObject({ code: 'not-found' });
  expect(await failureOf(client.getArchive(sleeper, '/nope'))).toMatchObject({ code: 'not-found' });
});

test('a volume that is there is not handed out as new', async () => {
  const volume = own.name('twice');
  await docker('volume', 'create', '--label', own.label, volume);
  expect(await failureOf(client.createVolume({ name: volume, labels: {} }))).toEqual({
    code: 'name-taken',
    kind: 'volume',
    name: volume,
  });
});

test('a port that is taken is told by its number', async () => {
  const port = await freePort();
  await own.run('-d', '-p', `127.0.0.1:${port}:5432`, '--entrypoint', 'sleep', testImage, '600');
  const id = await docker('create', '--label', own.label, '-p', `127.0.0.1:${port}:5432`, testImage);
  expect(await failureOf(client.startContainer(id))).toMatchObject({ code: 'port-taken', port });
});

test('archives go out and in, and changes are listed', async () => {
  const tar = pack();
  tar.entry({ name: 'note.txt' }, 'from outside');
  tar.finalize();
  await client.putArchive(sleeper, '/tmp', Readable.from(tar));
  const reader = extract();
  const stream = await client.getArchive(sleeper, '/tmp/note.txt');
  stream.pipe(reader);
  const files: string[] = [];
  for await (const entry of reader) files.push(`${entry.header.name}: ${(await buffer(entry)).toString()}`);
  expect(files).toEqual(['note.txt: from outside']);
  expect(await client.containerChanges(sleeper)).toContainEqual({ path: '/tmp/note.txt', kind: 1 });
  await expectNoStreams();
});

test('an archive that is not read to its end is closed', async () => {
  const stream = await client.getArchive(sleeper, '/usr/lib');
  stream.destroy();
  await expectNoStreams();
});

test('runs programs with their streams apart, their exit code, user and environment', async () => {
  const script = 'echo "out $WHO $(id -un)"; echo err >&2; exit 7';
  const result = await client.exec(sleeper, ['sh', '-c', script], { env: ['WHO=me'], user: 'postgres' });
  expect(result).toEqual({ exitCode: 7, stdout: 'out me postgres\n', stderr: 'err\n' });
});

test('keeps at most 1 MiB of an output, and reads the rest', async () => {
  const result = await client.exec(sleeper, ['sh', '-c', 'head -c 3000000 /dev/zero']);
  expect(result.stdout).toHaveLength(1024 * 1024);
  expect(result.exitCode).toBe(0);
});

test('an aborted exec ends the waiting', async () => {
  const running = failureOf(client.exec(sleeper, ['sleep', '5'], { signal: AbortSignal.timeout(100) }));
  expect(await running).toEqual({ code: 'cancelled' });
  await expectNoStreams();
});

test('a duplex carries bytes both ways, as many as there are', async () => {
  const duplex = await client.execDuplex(sleeper, ['cat']);
  const sent = Buffer.alloc(2_000_000, 'howdah-');
  const received = buffer(duplex);
  duplex.end(sent);
  expect((await received).equals(sent)).toBe(true);
  await expectNoStreams();
});

test('a duplex that is destroyed ends the program', async () => {
  const duplex = await client.execDuplex(sleeper, ['cat']);
  duplex.destroy();
  await waitFor('cat to end', async () =>
    /\bcat$/m.test(await docker('top', sleeper, '-eo', 'pid,args')) ? null : true,
  );
  await expectNoStreams();
});

test('logs come by stream, with and without a terminal', async () => {
  const read = async (id: string) => {
    const parts = { stdout: '', stderr: '' };
    const options = { tail: 'all', follow: false, timestamps: false } as const;
    for await (const { stream, data } of client.logs(id, options, new AbortController().signal)) {
      parts[stream] += data.toString();
    }
    return parts;
  };
  await waitFor('the log', async () => ((await read(sleeper)).stderr === '' ? null : true));
  expect(await read(sleeper)).toEqual({ stdout: 'out\n', stderr: 'err\n' });
  const tty = await own.run(
    '-d',
    '-t',
    '--entrypoint',
    'sh',
    testImage,
    '-c',
    'echo \'{"a":1}\'; echo err >&2',
  );
  await docker('wait', tty);
  expect(await read(tty)).toEqual({ stdout: '{"a":1}\r\nerr\r\n', stderr: '' });
});

test('streams end with their signal and leave nothing open', async () => {
  const stop = new AbortController();
  const follow = { tail: 0, follow: true, timestamps: true } as const;
  const drain = async (stream: AsyncIterable<unknown>): Promise<void> => {
    for await (const _piece of stream);
  };
  const streams = [
    ...Array.from({ length: 5 }, () => drain(client.logs(sleeper, follow, stop.signal))),
    ...Array.from({ length: 5 }, () => drain(client.stats(sleeper, stop.signal))),
  ];
  await waitFor('the streams', () => (link.underWayCount === 10 ? true : null));
  stop.abort();
  await Promise.all(streams);
  await expectNoStreams();
  await waitFor('idle connections only', () => (link.connectionCount <= 8 ? true : null));
});

test('stats are those of docker stats', async () => {
  const stop = new AbortController();
  for await (const sample of client.stats(sleeper, stop.signal)) {
    expect(sample.memoryBytes).toBeGreaterThan(0);
    expect(sample.memoryBytes).toBeLessThan(200 * 1024 * 1024);
    expect(sample.cpuPercent).toBeGreaterThanOrEqual(0);
    stop.abort();
  }
});

test('volume sizes', async () => {
  const volume = own.name('sized');
  await docker('volume', 'create', '--label', own.label, volume);
  await own.run(
    '--rm',
    '-v',
    `${volume}:/v`,
    '--entrypoint',
    'sh',
    testImage,
    '-c',
    'head -c 70000 /dev/zero > /v/f',
  );
  expect((await client.volumeSizes())[volume]).toBeGreaterThanOrEqual(70_000);
});

test('a pull that cannot work says why', async () => {
  const pull = async (): Promise<void> => {
    for await (const _message of client.pullImage('localhost:1/none:1', new AbortController().signal));
  };
  expect(await failureOf(pull())).toMatchObject({ code: 'pull-failed', image: 'localhost:1/none:1' });
});

test('networks: joins with aliases', async () => {
  const network = own.name('net');
  await docker('network', 'create', '--label', own.label, network);
  try {
    await client.connectNetwork(network, sleeper, { Aliases: ['db'] });
    const inspect = await client.inspectContainer(sleeper);
    expect(inspect.NetworkSettings.Networks?.[network]?.Aliases).toContain('db');
    expect((await client.listNetworks()).map(({ Name }) => Name)).toContain(network);
    await docker('network', 'disconnect', network, sleeper);
  } finally {
    await docker('network', 'rm', network);
  }
});
