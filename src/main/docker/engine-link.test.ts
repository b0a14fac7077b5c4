import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { EngineLink } from './engine-link.ts';

const shortCallsAtATime = 24;
const servers: Server[] = [];

/** An engine that takes requests and never answers. `received` resolves once it has so many. */
async function startSilentEngine(): Promise<{
  link: EngineLink;
  received: (count: number) => Promise<void>;
}> {
  let requests = 0;
  const server = createServer(() => {
    requests += 1;
    server.emit('received');
  });
  servers.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const endpoint = { kind: 'tcp', host: '127.0.0.1', port, tls: null } as const;
  const link = new EngineLink({ id: 'one', source: 'socket', label: 'One', address: 'tcp://one', endpoint });
  const received = async (count: number): Promise<void> => {
    while (requests < count) await once(server, 'received');
  };
  return { link, received };
}

function list(link: EngineLink, signal?: AbortSignal): Promise<unknown> {
  return link.call({ signal }, (abortSignal) => link.docker.listContainers({ abortSignal }));
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const unreachable = { appError: { code: 'engine-unreachable' } };
const cancelled = { appError: { code: 'cancelled' } };

describe('EngineLink', () => {
  it('ends the calls under way and those that wait for their turn', async () => {
    const { link, received } = await startSilentEngine();
    const calls = Array.from({ length: shortCallsAtATime * 2 }, () => list(link));
    const outcomes = Promise.allSettled(calls);
    await received(shortCallsAtATime);
    link.dispose();
    for (const outcome of await outcomes) expect(outcome).toMatchObject({ reason: unreachable });
    expect(link.underWayCount).toBe(0);
  });

  it('opens no connection once it is disposed', async () => {
    const { link } = await startSilentEngine();
    link.dispose();
    await expect(list(link)).rejects.toMatchObject(unreachable);
    const events = link.stream({}, (abortSignal) => link.docker.getEvents({ abortSignal }));
    await expect(events).rejects.toMatchObject(unreachable);
    expect([link.connectionCount, link.underWayCount]).toEqual([0, 0]);
  });

  it('lets a caller go that waits for its turn', async () => {
    const { link, received } = await startSilentEngine();
    const running = Promise.allSettled(Array.from({ length: shortCallsAtATime }, () => list(link)));
    await received(shortCallsAtATime);
    const leaving = new AbortController();
    const waiting = list(link, leaving.signal);
    leaving.abort();
    await expect(waiting).rejects.toMatchObject(cancelled);
    link.dispose();
    await running;
  });

  it('gives a place back when its deadline passes', async () => {
    const { link } = await startSilentEngine();
    const late = Array.from({ length: shortCallsAtATime + 1 }, () =>
      link.call({ timeoutMs: 50 }, () => new Promise<never>(() => undefined)),
    );
    for (const outcome of await Promise.allSettled(late)) {
      expect(outcome).toMatchObject({
        reason: { appError: { tried: [{ failure: { reason: 'timeout' } }] } },
      });
    }
    link.dispose();
  });
});
