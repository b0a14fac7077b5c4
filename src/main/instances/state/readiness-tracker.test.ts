import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DockerClient } from '../../docker/docker-client.ts';
import type { ContainerInspect } from '../../docker/engine-types.ts';
import { createSilentLogger } from '../../lib/logger.ts';
import type { ServerAccess } from '../access/server-access.ts';
import { fakeInspect } from '../fake-inspect.test-support.ts';
import { ReadinessTracker } from './readiness-tracker.ts';

/** A server that takes connections and never says a word: each probe is one open connection. */
let server: Server;
let open: Set<Socket>;
let tracker: ReadinessTracker;

beforeEach(async () => {
  open = new Set();
  server = createServer((socket) => {
    open.add(socket.resume());
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const route = {
    kind: 'published-port' as const,
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
  };
  const credentials = { user: 'postgres', database: 'postgres', password: 'pw', source: 'stored' as const };
  tracker = new ReadinessTracker({
    engine: { client: () => ({}) as DockerClient, info: () => null },
    access: { targetOfInspected: async () => ({ route, credentials }) } as unknown as ServerAccess,
    log: createSilentLogger(),
    onChange: () => undefined,
  });
});
afterEach(async () => {
  tracker.dispose();
  await new Promise((resolve) => server.close(resolve));
});

const instances = (count: number): ContainerInspect[] =>
  Array.from({ length: count }, (_, index) => ({ ...fakeInspect({}), Id: `id-${index}` }));

test('asks a few of many at once', async () => {
  tracker.sync(instances(200));
  await expect.poll(() => open.size).toBe(8);
});

test('a probe ends with the run of its container, and all of them with the tracker', async () => {
  const [one, other] = instances(2);
  if (one === undefined || other === undefined) throw new Error('two are needed');
  tracker.sync([one, other]);
  await expect.poll(() => open.size).toBe(2);
  tracker.sync([other]);
  await expect.poll(() => open.size).toBe(1);
  tracker.forget(other.Id);
  await expect.poll(() => open.size).toBe(0);
  tracker.sync([one]);
  await expect.poll(() => open.size).toBe(1);
  tracker.dispose();
  await expect.poll(() => open.size).toBe(0);
  expect(tracker.readinessOf(one)).toEqual({ ready: null, initialising: false });
});

test('a stopped, paused or restarting container is not asked', async () => {
  const states = [{ Running: false }, { Paused: true }, { Restarting: true }];
  tracker.sync(states.map((state, index) => ({ ...fakeInspect({ state }), Id: `id-${index}` })));
  const [running] = instances(1);
  if (running === undefined) throw new Error('one is needed');
  tracker.sync([running]);
  await expect.poll(() => open.size).toBe(1);
});
