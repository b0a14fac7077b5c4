import { chmod, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { EngineConnection } from '../../../src/main/docker/engine-connection.ts';
import type { EngineEvent } from '../../../src/main/docker/engine-types.ts';
import { AppFailure } from '../../../src/main/lib/app-failure.ts';
import { createSilentLogger } from '../../../src/main/lib/logger.ts';
import type { EngineStatus } from '../../../src/shared/contract/engine.ts';
import { docker } from '../../support/docker-cli.ts';
import { EngineGate } from '../../support/engine-gate.ts';
import { engineAddress, openEngine } from '../../support/engine-under-test.ts';
import { OwnContainers } from '../../support/own-containers.ts';
import { PrivateEngine, privateEngineProblem } from '../../support/private-engine.ts';
import { withTemporaryFolder } from '../../support/temporary-folder.ts';
import { testImage } from '../../support/test-image.ts';
import { waitFor } from '../../support/wait-for.ts';

const own = new OwnContainers();
const open: EngineConnection[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((engine) => engine.dispose()));
  await own.sweep();
});

async function connect(address?: string): Promise<EngineConnection> {
  const engine = await openEngine(address);
  open.push(engine);
  return engine;
}

function record(engine: EngineConnection): { events: EngineEvent[]; states: EngineStatus['state'][] } {
  const recorded = { events: [] as EngineEvent[], states: [engine.status().state] };
  engine.onEvent((event) => recorded.events.push(event));
  engine.onStatus(({ state }) => {
    if (recorded.states.at(-1) !== state) recorded.states.push(state);
  });
  return recorded;
}

function reach(engine: EngineConnection, state: EngineStatus['state']): Promise<true> {
  return waitFor(`the engine to be ${state}`, () => (engine.status().state === state ? true : null));
}

function failureOf(work: () => unknown): unknown {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof AppFailure ? error.appError : error;
  }
}

test('says what it is connected to', async () => {
  const engine = await connect();
  expect(engine.status()).toMatchObject({ state: 'connected', nextRetryInMs: null });
  const version = await docker('version', '--format', '{{.Server.Version}}|{{.Server.APIVersion}}');
  const id = await docker('info', '--format', '{{.ID}}');
  expect(engine.info()).toMatchObject({ product: 'Docker', id, address: engineAddress(), local: true });
  expect(`${engine.info()?.version}|${engine.info()?.apiVersion}`).toBe(version);
});

test('tells events, but not those of health checks and helpers', async () => {
  const engine = await connect();
  const { events } = record(engine);
  const helper = await docker('create', '--label', own.label, '--label', 'dev.howdah.helper=x', testImage);
  const id = await own.run('-d', '--entrypoint', 'sleep', testImage, '600');
  await docker('exec', id, 'true');
  await docker('top', id);
  const name = own.name('seen');
  await docker('volume', 'create', '--label', own.label, name);
  await waitFor('the volume', () => events.find((event) => event.actorId === name) ?? null);
  const actions = events.filter((event) => event.actorId === id).map((event) => event.action);
  expect(actions).toEqual(expect.arrayContaining(['create', 'start']));
  expect(actions.filter((action) => /exec|top/.test(action))).toEqual([]);
  expect(events.filter((event) => event.actorId === helper)).toEqual([]);
});

test('an engine that goes away is told, comes back by itself, and no event is lost', async () => {
  await withTemporaryFolder(async (folder) => {
    const gate = new EngineGate(join(folder, 'gate.sock'));
    await gate.open();
    const engine = await connect(`unix://${gate.path}`);
    const { events, states } = record(engine);
    const before = own.name('before');
    await docker('volume', 'create', '--label', own.label, before);
    await waitFor('the first event', () => events.find((event) => event.actorId === before) ?? null);
    await gate.shut();
    await reach(engine, 'unreachable');
    expect(failureOf(() => engine.client())).toMatchObject({
      code: 'engine-unreachable',
      tried: expect.arrayContaining([expect.objectContaining({ address: `unix://${gate.path}` })]),
    });
    expect(engine.status().engine).not.toBeNull();
    const meanwhile = own.name('meanwhile');
    await docker('volume', 'create', '--label', own.label, meanwhile);
    await gate.open();
    await reach(engine, 'connected');
    await waitFor('the missed event', () => events.find((event) => event.actorId === meanwhile) ?? null);
    expect(events.filter((event) => event.actorId === before)).toHaveLength(1);
    expect(states).toEqual(['connected', 'unreachable', 'connected']);
    expect(await engine.client().inspectVolume(meanwhile)).toMatchObject({ Name: meanwhile });
    await engine.dispose();
    await gate.shut();
  });
});

if (privateEngineProblem !== null)
  console.info(`No dockerd is killed and started again: ${privateEngineProblem}.`);
test.runIf(privateEngineProblem === null)('a dockerd that is killed and started again', async () => {
  await withTemporaryFolder(async (folder) => {
    const dockerd = new PrivateEngine(folder);
    try {
      await dockerd.start();
      const engine = await connect(dockerd.address);
      const { events, states } = record(engine);
      await dockerd.cli('volume', 'create', 'first');
      await waitFor('the first event', () => events.find((event) => event.actorId === 'first') ?? null);
      await dockerd.kill();
      await reach(engine, 'unreachable');
      await dockerd.start();
      await dockerd.cli('volume', 'create', 'second');
      await waitFor(
        'the event of meanwhile',
        () => events.find((event) => event.actorId === 'second') ?? null,
      );
      // A daemon that has just begun may fall silent once more.
      expect(states.slice(0, 3)).toEqual(['connected', 'unreachable', 'connected']);
      await reach(engine, 'connected');
      const names = (await engine.client().listVolumes()).map(({ Name }) => Name);
      expect(names.sort()).toEqual(['first', 'second']);
      await engine.dispose();
    } finally {
      await dockerd.stop();
    }
  });
});

test('retry tries at once', async () => {
  await withTemporaryFolder(async (folder) => {
    const gate = new EngineGate(join(folder, 'gate.sock'));
    const engine = await connect(`unix://${gate.path}`);
    expect(engine.status()).toMatchObject({
      state: 'unreachable',
      tried: expect.arrayContaining([
        expect.objectContaining({
          source: 'chosen',
          failure: expect.objectContaining({ reason: 'missing' }),
        }),
      ]),
    });
    await gate.open();
    expect((await engine.retry()).state).toBe('connected');
    await engine.dispose();
    await gate.shut();
  });
});

test('an explicit choice is used, remembered, and taken back', async () => {
  await withTemporaryFolder(async (folder) => {
    const gate = new EngineGate(join(folder, 'gate.sock'));
    await gate.open();
    const kept: (string | null)[] = [];
    const engine = new EngineConnection({
      env: { DOCKER_HOST: engineAddress() },
      home: folder,
      platform: process.platform,
      log: createSilentLogger(),
      choiceStore: { get: async () => null, set: async (id) => void kept.push(id) },
    });
    open.push(engine);
    await engine.start();
    expect(engine.info()).toMatchObject({ address: engineAddress() });
    const chosen = `unix://${gate.path}`;
    const status = await engine.choose(chosen);
    expect(status).toMatchObject({ state: 'connected', chosen, engine: { address: chosen } });
    expect((await engine.choose(null)).engine).toMatchObject({ address: engineAddress() });
    expect(kept).toEqual([chosen, null]);
    await engine.dispose();
    await gate.shut();
  });
});

test.each([
  ['nothing there', 'missing', async () => undefined],
  ['a file', 'refused', async (path: string) => writeFile(path, '').then(() => chmod(path, 0o600))],
])('%s is %s', async (_name, reason, prepare) => {
  await withTemporaryFolder(async (folder) => {
    const path = join(folder, 'docker.sock');
    await prepare(path);
    const engine = await connect(`unix://${path}`);
    expect(engine.status().tried[0]?.failure?.reason).toBe(reason);
    await engine.dispose();
  });
});

test.each([
  ['an engine of long ago', { 'Api-Version': '1.24' }, 'api-too-old'],
  ['a web server', {}, 'not-an-engine'],
  ['a web server that sends us elsewhere', { Location: 'http://127.0.0.1:1/' }, 'not-an-engine'],
])('%s is %s', async (_name, headers, reason) => {
  const server = createServer((_request, response) =>
    response.writeHead('Location' in headers ? 302 : 200, headers).end('OK'),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const engine = await connect(`tcp://127.0.0.1:${address.port}`);
  expect(engine.status().tried[0]?.failure?.reason).toBe(reason);
  await engine.dispose();
  server.closeAllConnections();
  server.close();
});

test('calls under way end when the engine goes in the middle of an answer', async () => {
  await withTemporaryFolder(async (folder) => {
    const gate = new EngineGate(join(folder, 'gate.sock'));
    await gate.open();
    const engine = await connect(`unix://${gate.path}`);
    const id = await own.run('-d', '--entrypoint', 'sleep', testImage, '600');
    const stopping = engine
      .client()
      .exec(id, ['sleep', '30'])
      .catch((error: unknown) => error);
    await waitFor('the program', async () => (/sleep 30/.test(await docker('top', id)) ? true : null));
    await gate.shut();
    expect(await stopping).toMatchObject({ appError: { code: 'engine-unreachable' } });
    await engine.dispose();
  });
});

test('dispose leaves nothing open and starts nothing any more', async () => {
  const engine = await connect();
  const { states } = record(engine);
  await engine.dispose();
  await engine.dispose();
  expect(failureOf(() => engine.client())).toMatchObject({ code: 'engine-unreachable' });
  expect(states).toEqual(['connected']);
});
