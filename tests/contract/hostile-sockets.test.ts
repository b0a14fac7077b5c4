import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { pageLink } from '../../src/shared/page-link.ts';
import { startTarget, type Target } from './support/target.ts';

let target: Target;
beforeAll(async () => {
  target = await startTarget();
});
afterEach(() => target.expectAlive());
afterAll(() => target.dispose());

/** HTTP status with which an upgrade was refused; 101 when it was not, and then the socket stays open. */
function upgradeStatus(socket: WebSocket): Promise<number> {
  return new Promise((resolve) => {
    socket.on('open', () => resolve(101));
    socket.on('unexpected-response', (_, response) => {
      resolve(response.statusCode ?? 0);
      socket.terminate();
    });
    socket.on('error', () => undefined);
  });
}

test.each([
  ['no secret', null],
  ['a guess', 'A'.repeat(43)],
  ['nothing', ''],
  ['a call without the secret', '{"i":"1","p":{"u":"/add","b":{"json":{"a":1,"b":2}}}}'],
  ['megabytes', 'A'.repeat(2 * 1024 * 1024)],
])('closes it on %s', async (_, message) => {
  expect(await target.greet(message)).toBe(4401);
});

test('closes it on the secret as bytes', async () => {
  expect(await target.greet(Buffer.from(await target.openSession()))).toBe(4401);
});

test('closes it on a launch token', async () => {
  expect(await target.greet(target.issueToken())).toBe(4401);
});

test('closes it on a message beyond its limit', async () => {
  expect(await target.greet('A'.repeat(pageLink.maxMessageBytes + 1))).toBe(1009);
});

test('a guess answers nothing to what follows it', async () => {
  const socket = target.openSocket();
  const messages: string[] = [];
  socket.on('message', (data) => messages.push(String(data)));
  socket.on('open', () => {
    socket.send('A'.repeat(43));
    socket.send('{"i":"1","p":{"u":"/add","b":{"json":{"a":1,"b":2}}}}');
  });
  await new Promise((resolve) => socket.on('close', resolve));
  expect(messages).toEqual([]);
});

test.each([
  ['another Origin', { origin: 'http://evil.example' }],
  ['the Origin of another port', { origin: 'http://127.0.0.1:1' }],
  ['the Origin localhost', { origin: 'http://localhost' }],
  ['no Origin', { origin: '' }],
  ['another Host', { hostHeader: 'evil.example' }],
])('refuses the upgrade with %s', async (_, attempt) => {
  expect(await upgradeStatus(target.openSocket(attempt))).toBe(403);
});

test.each([
  '/',
  '/howdah/',
  '/howdah/session',
  '/howdah/rpc/',
  '/howdah/rpc?a',
  '/howdah//rpc',
  '/howdah/assets/index-abc.js',
])('refuses the upgrade on %s', async (path) => {
  expect(await upgradeStatus(target.openSocket({ path }))).toBe(404);
});

test('lets only so many wait', async () => {
  const patient = await startTarget(60_000);
  const statuses = await Promise.all(Array.from({ length: 9 }, () => upgradeStatus(patient.openSocket())));
  expect(statuses.filter((status) => status === 503)).toHaveLength(1);
  await patient.dispose();
});
