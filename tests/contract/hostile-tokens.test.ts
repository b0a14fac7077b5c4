import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openRaw, rawRequest, readToEnd, sendRaw, statusOf } from './support/raw-request.ts';
import { startTarget, type Target } from './support/target.ts';

let target: Target;
beforeAll(async () => {
  target = await startTarget();
});
afterEach(() => target.expectAlive());
afterAll(() => target.dispose());

test.each([
  ['no token', '{}', 400],
  ['no JSON', 'token', 400],
  ['no object', '"token"', 400],
  ['a token that is no text', '{"token":[1]}', 400],
  ['an unknown token', `{"token":"${'A'.repeat(43)}"}`, 403],
  ['an empty token', '{"token":""}', 403],
])('refuses %s', async (_, body, status) => {
  expect(statusOf(await target.post(body))).toBe(status);
});

test('refuses a token that was used', async () => {
  const body = JSON.stringify({ token: target.issueToken() });
  expect(statusOf(await target.post(body))).toBe(200);
  const replay = await target.post(body);
  expect(statusOf(replay)).toBe(403);
  expect(replay).not.toContain('secret');
});

test.each([
  ['another Origin', { Origin: 'http://evil.example' }],
  ['the Origin of another port', { Origin: 'http://127.0.0.1:1' }],
  ['the Origin null', { Origin: 'null' }],
  ['another Host', { Host: 'evil.example' }],
  ['the Host localhost', { Host: 'localhost' }],
  ['a Host without the port', { Host: '127.0.0.1' }],
])('refuses a valid token with %s, and leaves it valid', async (_, headers) => {
  const body = JSON.stringify({ token: target.issueToken() });
  expect(statusOf(await target.post(body, headers))).toBe(403);
  expect(statusOf(await target.post(body))).toBe(200);
});

test('refuses a valid token without an Origin', async () => {
  const body = JSON.stringify({ token: target.issueToken() });
  const headers = {
    Host: target.own.host,
    'Content-Type': 'application/json',
    'Content-Length': String(body.length),
  };
  expect(statusOf(await sendRaw(target.port, rawRequest('POST', '/howdah/session', headers, body)))).toBe(
    403,
  );
});

test('refuses a second Host or Origin', async () => {
  const body = JSON.stringify({ token: target.issueToken() });
  for (const extra of [`Host: ${target.own.host}`, `Origin: ${target.own.origin}`]) {
    const head = `POST /howdah/session HTTP/1.1\r\nHost: ${target.own.host}\r\nOrigin: ${target.own.origin}\r\n${extra}\r\n`;
    const rest = `Content-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`;
    expect([400, 403]).toContain(statusOf(await sendRaw(target.port, head + rest)));
  }
});

test('refuses other content types, as a form of another site would send', async () => {
  const body = JSON.stringify({ token: target.issueToken() });
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
    expect(statusOf(await target.post(body, { 'Content-Type': type }))).toBe(415);
  }
});

test.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('refuses %s', async (method) => {
  const headers = { Host: target.own.host, Origin: target.own.origin };
  expect(statusOf(await sendRaw(target.port, rawRequest(method, '/howdah/session', headers)))).toBe(405);
});

test('refuses an oversize body by its length and by its size', async () => {
  expect(statusOf(await target.post(' '.repeat(5000)))).toBe(413);
  expect(statusOf(await target.post('', { 'Content-Length': '5000' }))).toBe(413);
  const chunked = { 'Transfer-Encoding': 'chunked', 'Content-Type': 'application/json' };
  const head = rawRequest('POST', '/howdah/session', {
    Host: target.own.host,
    Origin: target.own.origin,
    ...chunked,
  });
  expect(statusOf(await sendRaw(target.port, `${head}1000\r\n${' '.repeat(0x1000)}\r\n`))).toBe(413);
});

test('drops a client that is too slow', async () => {
  const socket = openRaw(target.port);
  const headers = {
    Host: target.own.host,
    Origin: target.own.origin,
    'Content-Type': 'application/json',
    'Content-Length': '50',
  };
  socket.write(`${rawRequest('POST', '/howdah/session', headers)}{"tok`);
  const started = Date.now();
  expect([0, 408]).toContain(statusOf(await readToEnd(socket)));
  expect(Date.now() - started).toBeLessThan(15_000);
});

test('drops a client that never ends its headers', async () => {
  const socket = openRaw(target.port);
  socket.write(`GET /howdah/ HTTP/1.1\r\nHost: ${target.own.host}\r\nX-Slow: `);
  expect([0, 408]).toContain(statusOf(await readToEnd(socket)));
});
