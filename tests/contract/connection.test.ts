import { rm } from 'node:fs/promises';
import type { ContractRouterClient } from '@orpc/contract';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDownloads } from '../../src/main/platform/downloads.ts';
import { BrowserHost } from '../../src/main/transport/browser-host.ts';
import { createWebSocketRpc } from '../../src/main/transport/create-web-socket-rpc.ts';
import { listRendererFiles, type RendererFiles } from '../../src/main/transport/renderer-files.ts';
import { type Connection, connect } from '../../src/renderer/src/api/connect.ts';
import type { ConnectionState } from '../../src/renderer/src/api/connection-status.ts';
import { type BrowserPage, openPage } from './support/browser-page.ts';
import { createMemoryLog } from './support/memory-log.ts';
import { makePageFiles } from './support/page-files.ts';
import type { sampleContract } from './support/sample-contract.ts';
import { sampleRouter } from './support/sample-router.ts';

type Client = ContractRouterClient<typeof sampleContract>;

let root: string;
let files: RendererFiles;
let hosts: BrowserHost[];
let connections: Connection<Client>[];
let pageCounts: number[];
beforeEach(async () => {
  const page = await makePageFiles();
  root = page.root;
  files = await listRendererFiles(page.renderer);
  hosts = [];
  connections = [];
  pageCounts = [];
});
afterEach(async () => {
  for (const connection of connections) connection.dispose();
  for (const host of hosts) await host.dispose();
  await rm(root, { recursive: true });
});

async function startHost(port = 0): Promise<{ host: BrowserHost; port: number }> {
  const { log } = createMemoryLog();
  const serve = createWebSocketRpc({ router: sampleRouter, createContext: () => ({ seen: new Map() }), log });
  const host = new BrowserHost({
    files,
    serve,
    downloads: createDownloads(),
    onPageCount: (count) => pageCounts.push(count),
    log,
  });
  hosts.push(host);
  const own = await host.listen(port);
  return { host, port: Number(own.host.split(':')[1]) };
}

function open(page: BrowserPage): { connection: Connection<Client>; states: ConnectionState[] } {
  const connection = connect<Client>(page);
  connections.push(connection);
  const states: ConnectionState[] = [];
  connection.subscribe((state) => states.push(state));
  return { connection, states };
}

test('the token leaves the address, the secret stays with the window, a reload works', async () => {
  const { host } = await startHost();
  const { url } = host.issueTicket();
  const page = openPage(url);
  const first = open(page);
  expect(first.connection.state()).toBe('connecting');
  expect(await first.connection.client.add({ a: 1, b: 1 })).toBe(2);
  expect(first.states).toEqual(['connected']);
  expect(new URL(page.href()).hash).toBe('#/');
  expect([...page.kept.values()].join()).not.toContain(new URL(url).hash.slice(7));
  first.connection.dispose();
  await vi.waitFor(() => expect(pageCounts).toEqual([1, 0]));
  expect(await open(openPage(page.href(), page.kept)).connection.client.add({ a: 2, b: 2 })).toBe(4);
});

test('a route behind the token stays', async () => {
  const { host } = await startHost();
  const page = openPage(`${host.issueTicket().url}/instances/pg?tab=logs`);
  await open(page).connection.client.add({ a: 1, b: 1 });
  expect(new URL(page.href()).hash).toBe('#/instances/pg?tab=logs');
});

test('connects again by itself after a loss, with the same client', async () => {
  const { host } = await startHost();
  const page = openPage(host.issueTicket().url);
  const { connection, states } = open(page);
  await connection.client.add({ a: 1, b: 1 });
  page.sockets.at(-1)?.terminate();
  await vi.waitFor(() => expect(states).toEqual(['connected', 'reconnecting', 'connected']));
  expect(await connection.client.add({ a: 2, b: 1 })).toBe(3);
  expect(page.sockets).toHaveLength(2);
});

test('a call made while it reconnects waits for the connection', async () => {
  const { host } = await startHost();
  const page = openPage(host.issueTicket().url);
  const { connection, states } = open(page);
  await connection.client.add({ a: 1, b: 1 });
  page.sockets.at(-1)?.terminate();
  await vi.waitFor(() => expect(states).toContain('reconnecting'));
  expect(await connection.client.add({ a: 2, b: 1 })).toBe(3);
});

test('a call that waits can be cancelled', async () => {
  const { host } = await startHost();
  const page = openPage(host.issueTicket().url);
  const { connection, states } = open(page);
  await connection.client.add({ a: 1, b: 1 });
  await host.dispose();
  await vi.waitFor(() => expect(states).toContain('reconnecting'));
  const controller = new AbortController();
  const call = connection.client.add({ a: 1, b: 1 }, { signal: controller.signal });
  controller.abort(new Error('enough'));
  await expect(call).rejects.toThrow('enough');
});

test('keeps trying with growing pauses, and fails a call that waited too long', async () => {
  const { host } = await startHost();
  const page = openPage(host.issueTicket().url);
  const { connection, states } = open(page);
  await connection.client.add({ a: 1, b: 1 });
  await host.dispose();
  await vi.waitFor(() => expect(states).toContain('reconnecting'));
  await expect(connection.client.add({ a: 1, b: 1 })).rejects.toMatchObject({ name: 'ConnectionLostError' });
  expect(page.sockets.length).toBeGreaterThan(3);
  expect(page.sockets.length).toBeLessThan(10);
  expect(connection.state()).toBe('reconnecting');
}, 15_000);

test('another process on the same port ends the session for good', async () => {
  const first = await startHost();
  const page = openPage(first.host.issueTicket().url);
  const { connection, states } = open(page);
  await connection.client.add({ a: 1, b: 1 });
  await first.host.dispose();
  await startHost(first.port);
  await vi.waitFor(() => expect(states.at(-1)).toBe('session-lost'), 5000);
  await expect(connection.client.add({ a: 1, b: 1 })).rejects.toMatchObject({ name: 'ConnectionLostError' });
  expect(page.kept.size).toBe(0);
});

test.each([
  ['no token', ''],
  ['a token of somebody else', `#token=${'A'.repeat(43)}`],
])('a page with %s is told so', async (_, hash) => {
  const { port } = await startHost();
  const page = openPage(`http://127.0.0.1:${port}/howdah/${hash}`);
  const { states } = open(page);
  await vi.waitFor(() => expect(states).toEqual(['session-lost']));
  expect(new URL(page.href()).hash).toBe(hash === '' ? '' : '#/');
});

test('a used token does not spoil the secret that the window has', async () => {
  const { host } = await startHost();
  const { url } = host.issueTicket();
  const page = openPage(url);
  await open(page).connection.client.add({ a: 1, b: 1 });
  expect(await open(openPage(url, page.kept)).connection.client.add({ a: 1, b: 2 })).toBe(3);
});

test('after dispose nothing is tried and nobody is told', async () => {
  const { host } = await startHost();
  const page = openPage(host.issueTicket().url);
  const { connection, states } = open(page);
  await connection.client.add({ a: 1, b: 1 });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    connection.dispose();
    await vi.waitFor(() => expect(pageCounts).toEqual([1, 0]));
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
  expect(page.sockets).toHaveLength(1);
  expect(states).toEqual(['connected', 'session-lost']);
});

test('once the session is lost a call fails at once', async () => {
  const { port } = await startHost();
  const { connection, states } = open(openPage(`http://127.0.0.1:${port}/howdah/`));
  await vi.waitFor(() => expect(states).toEqual(['session-lost']));
  const startedMs = Date.now();
  await expect(connection.client.add({ a: 1, b: 1 })).rejects.toMatchObject({ name: 'ConnectionLostError' });
  expect(Date.now() - startedMs).toBeLessThan(2000);
});
