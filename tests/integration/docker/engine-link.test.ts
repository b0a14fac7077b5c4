import { request } from 'node:http';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDockerClient } from '../../../src/main/docker/create-docker-client.ts';
import type { DockerClient } from '../../../src/main/docker/docker-client.ts';
import type { EngineCandidate } from '../../../src/main/docker/engine-candidate.ts';
import { EngineLink } from '../../../src/main/docker/engine-link.ts';
import { parseEngineAddress } from '../../../src/main/docker/parse-engine-address.ts';
import { watchEngineEvents } from '../../../src/main/docker/watch-engine-events.ts';
import { testImage } from '../../support/test-image.ts';
import { waitFor } from '../../support/wait-for.ts';

const address = process.env.DOCKER_HOST ?? 'unix:///var/run/docker.sock';
const endpoint = parseEngineAddress(address, null);
const candidate: EngineCandidate = { id: address, source: 'environment', label: 'test', address, endpoint };
const name = `howdah-link-${process.pid}`;
const never = new AbortController().signal;
const output = { tail: 'all', follow: true, timestamps: false } as const;

let link: EngineLink;
let docker: DockerClient;

/** A container that prints a line ten times a second, until it is removed. */
async function startTicking(docker: DockerClient): Promise<void> {
  await docker.createContainer(name, {
    Image: testImage,
    Entrypoint: ['sh', '-c', 'while true; do echo tick; sleep 0.1; done'],
    Labels: { 'dev.howdah.run': name },
  });
  await docker.startContainer(name);
}

/** Waits until nothing is under way and no connection is open but the few that are kept for the next call. */
async function untilQuiet(): Promise<void> {
  const isQuiet = (): true | null => (link.underWayCount === 0 && link.connectionCount <= 8 ? true : null);
  await waitFor('the connections to end', isQuiet, { deadlineMs: 5_000 });
}

beforeAll(async () => {
  const first = new EngineLink(candidate);
  await startTicking(createDockerClient(first));
  first.dispose();
});

beforeEach(() => {
  link = new EngineLink(candidate);
  docker = createDockerClient(link);
});

afterEach(async () => {
  await untilQuiet();
  link.dispose();
  await waitFor('the sockets to close', () => (link.connectionCount === 0 ? true : null), {
    deadlineMs: 5_000,
  });
});

afterAll(async () => {
  const last = new EngineLink(candidate);
  await createDockerClient(last).removeContainer(name, { force: true, volumes: true });
  last.dispose();
});

describe('the link to a real engine', () => {
  it('keeps few connections after many calls', async () => {
    await Promise.all(Array.from({ length: 60 }, () => docker.inspectContainer(name)));
    await untilQuiet();
  });

  it.each([
    ['logs', (signal: AbortSignal) => docker.logs(name, output, signal)],
    ['stats', (signal: AbortSignal) => docker.stats(name, signal)],
    ['events', (signal: AbortSignal) => watchEngineEvents(link, Date.now() - 3_600_000, signal)],
  ])('ends %s with their signal, without an error', async (_what, open) => {
    const stop = new AbortController();
    let pieces = 0;
    for await (const _piece of open(stop.signal)) {
      pieces += 1;
      stop.abort();
    }
    expect(pieces).toBeGreaterThan(0);
  });

  it('closes the connection when the reader leaves the loop', async () => {
    for await (const _piece of docker.logs(name, output, never)) break;
    await untilQuiet();
  });

  it('tells readers when it is disposed under them', async () => {
    const reading = (async () => {
      for await (const _piece of docker.logs(name, output, never)) link.dispose();
    })();
    await expect(reading).rejects.toMatchObject({ appError: { code: 'engine-unreachable' } });
  });

  it('ends a call with its signal', async () => {
    const stop = new AbortController();
    const running = docker.exec(name, ['sleep', '5'], { signal: stop.signal });
    await waitFor('the call', () => (link.underWayCount > 0 ? true : null));
    stop.abort();
    await expect(running).rejects.toMatchObject({ appError: { code: 'cancelled' } });
  });

  it('runs a program with both streams as one, until its input ends', async () => {
    const stream = await docker.execDuplex(name, ['cat']);
    stream.end('to and fro');
    expect(await text(stream)).toBe('to and fro');
  });

  it('ends what runs when it is disposed', async () => {
    const stream = await docker.execDuplex(name, ['cat']);
    const closed = new Promise((resolve) => stream.once('close', resolve));
    stream.on('error', () => undefined);
    link.dispose();
    await closed;
  });

  it.each([
    ['a container that is gone', `${name}-gone`, '/'],
    ['a folder that is missing', name, '/no/such/folder'],
  ])('says why an upload was refused (%s) and closes its source', async (_what, container, folder) => {
    const source = Readable.from(Array.from({ length: 200 }, () => Buffer.alloc(65_536)));
    const upload = docker.putArchive(container, folder, source);
    await expect(upload).rejects.toMatchObject({ appError: { code: 'not-found', name: container } });
    expect(source.destroyed).toBe(true);
  });

  it('closes the source of a load that is cancelled', async () => {
    const stop = new AbortController();
    const source = new Readable({ read: () => undefined });
    const loading = docker.loadImage(source, stop.signal);
    await waitFor('the load', () => (link.underWayCount > 0 ? true : null));
    stop.abort();
    await expect(loading).rejects.toMatchObject({ appError: { code: 'cancelled' } });
    expect(source.destroyed).toBe(true);
  });

  it('lists what the engine itself lists', async () => {
    const labels = [`dev.howdah.run=${name}`];
    const [row] = await docker.listContainers({ labels });
    expect(row).toMatchObject({ names: [name], state: 'running', labels: { 'dev.howdah.run': name } });
    if (endpoint.kind !== 'socket') return;
    const path = `/containers/json?filters=${encodeURIComponent(JSON.stringify({ label: labels }))}`;
    const raw = await new Promise<string>((resolve, reject) => {
      const asking = request({ socketPath: endpoint.path, path }, (answer) => resolve(text(answer)));
      asking.on('error', reject).end();
    });
    expect(JSON.parse(raw)).toMatchObject([{ Id: row?.id, ImageID: row?.imageId }]);
  });

  it('sees only the address it was given, whatever the environment says', async () => {
    const before = process.env.DOCKER_HOST;
    process.env.DOCKER_HOST = 'tcp://127.0.0.1:1';
    try {
      const other = new EngineLink(candidate);
      const rows = await createDockerClient(other).listContainers({ labels: [`dev.howdah.run=${name}`] });
      other.dispose();
      expect(rows).toHaveLength(1);
      expect(process.env.DOCKER_HOST).toBe('tcp://127.0.0.1:1');
    } finally {
      if (before === undefined) delete process.env.DOCKER_HOST;
      else process.env.DOCKER_HOST = before;
    }
  });
});
