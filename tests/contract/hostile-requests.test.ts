import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { BrowserHost } from '../../src/main/transport/browser-host.ts';
import { createWebSocketRpc } from '../../src/main/transport/create-web-socket-rpc.ts';
import { listRendererFiles, type RendererFiles } from '../../src/main/transport/renderer-files.ts';
import { createMemoryLog } from './support/memory-log.ts';
import { makePageFiles } from './support/page-files.ts';
import { openRaw, rawRequest, readToEnd, sendRaw, statusOf } from './support/raw-request.ts';
import { sampleRouter } from './support/sample-router.ts';

const authorisationMs = 2000;
const requestMs = 3000;
let root: string;
let host: BrowserHost;
let port: number;
let files: RendererFiles;
let serve: (socket: WebSocket) => void;
let own: { host: string; origin: string };
const { log, lines } = createMemoryLog();

beforeAll(async () => {
  const page = await makePageFiles();
  root = page.root;
  await symlink(join(root, 'secret.txt'), join(page.renderer, 'assets', 'link.txt'));
  const seen = new Map<string, string>();
  serve = createWebSocketRpc({ router: sampleRouter, createContext: () => ({ seen }), log });
  files = await listRendererFiles(page.renderer);
  host = new BrowserHost({ files, serve, onPageCount: () => {}, log, authorisationMs, requestMs });
  own = await host.listen(0);
  port = Number(own.host.split(':')[1]);
});
afterEach(async () => {
  // Whatever was sent: the server lives on and lets the rightful page in.
  expect(await greet(await openSession())).toBe('ready');
  expect(lines.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
});
afterAll(async () => {
  await host.dispose();
  await rm(root, { recursive: true });
});

function issueToken(): string {
  return new URL(host.issueTicket().url).hash.replace('#token=', '');
}

function post(body: string, headers: Record<string, string> = {}): Promise<string> {
  const all = {
    Host: own.host,
    Origin: own.origin,
    'Content-Type': 'application/json',
    'Content-Length': String(body.length),
    ...headers,
  };
  return sendRaw(port, rawRequest('POST', '/howdah/session', all, body));
}

async function openSession(): Promise<string> {
  const answer = await post(JSON.stringify({ token: issueToken() }));
  expect(statusOf(answer)).toBe(200);
  return JSON.parse(answer.slice(answer.indexOf('\r\n\r\n'))).secret;
}

interface Attempt {
  path?: string;
  origin?: string | undefined;
  hostHeader?: string;
}

function openSocket({ path = '/howdah/rpc', origin = own.origin, hostHeader }: Attempt = {}): WebSocket {
  const headers = hostHeader === undefined ? {} : { Host: hostHeader };
  const options = origin === '' ? { headers } : { origin, headers };
  return new WebSocket(`ws://127.0.0.1:${port}${path}`, options);
}

/** What becomes of a socket whose first message is `message`: the first answer, or the close code. */
function greet(message: string | Buffer | null): Promise<string | number> {
  const socket = openSocket();
  return new Promise((resolve) => {
    socket.on('open', () => message !== null && socket.send(message));
    socket.on('message', (data) => {
      resolve(String(data));
      socket.terminate();
    });
    socket.on('close', (code) => resolve(code));
    socket.on('error', () => undefined);
  });
}

/** HTTP status with which an upgrade was refused; 101 when it was not. */
function upgradeStatus(attempt: Attempt): Promise<number> {
  const socket = openSocket(attempt);
  return new Promise((resolve) => {
    socket.on('open', () => {
      resolve(101);
      socket.terminate();
    });
    socket.on('unexpected-response', (_, response) => {
      resolve(response.statusCode ?? 0);
      socket.terminate();
    });
    socket.on('error', () => undefined);
  });
}

describe('trading the token', () => {
  test.each([
    ['no token', '{}', 400],
    ['no JSON', 'token', 400],
    ['no object', '"token"', 400],
    ['a token that is no text', '{"token":[1]}', 400],
    ['an unknown token', `{"token":"${'A'.repeat(43)}"}`, 403],
    ['an empty token', '{"token":""}', 403],
  ])('refuses %s', async (_, body, status) => {
    expect(statusOf(await post(body))).toBe(status);
  });

  test('refuses a token that was used', async () => {
    const body = JSON.stringify({ token: issueToken() });
    expect(statusOf(await post(body))).toBe(200);
    const replay = await post(body);
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
    const body = JSON.stringify({ token: issueToken() });
    expect(statusOf(await post(body, headers))).toBe(403);
    expect(statusOf(await post(body))).toBe(200);
  });

  test('refuses a valid token without an Origin', async () => {
    const body = JSON.stringify({ token: issueToken() });
    const headers = {
      Host: own.host,
      'Content-Type': 'application/json',
      'Content-Length': String(body.length),
    };
    expect(statusOf(await sendRaw(port, rawRequest('POST', '/howdah/session', headers, body)))).toBe(403);
  });

  test('refuses a second Host or Origin', async () => {
    const body = JSON.stringify({ token: issueToken() });
    for (const extra of [`Host: ${own.host}`, `Origin: ${own.origin}`]) {
      const head = `POST /howdah/session HTTP/1.1\r\nHost: ${own.host}\r\nOrigin: ${own.origin}\r\n${extra}\r\n`;
      const rest = `Content-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`;
      expect([400, 403]).toContain(statusOf(await sendRaw(port, head + rest)));
    }
  });

  test('refuses other content types, as a form of another site would send', async () => {
    const body = JSON.stringify({ token: issueToken() });
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      expect(statusOf(await post(body, { 'Content-Type': type }))).toBe(415);
    }
  });

  test.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('refuses %s', async (method) => {
    const headers = { Host: own.host, Origin: own.origin };
    expect(statusOf(await sendRaw(port, rawRequest(method, '/howdah/session', headers)))).toBe(405);
  });

  test('refuses an oversize body by its length and by its size', async () => {
    expect(statusOf(await post(' '.repeat(5000)))).toBe(413);
    expect(statusOf(await post('', { 'Content-Length': '5000' }))).toBe(413);
    const chunked = { 'Transfer-Encoding': 'chunked', 'Content-Type': 'application/json' };
    const head = rawRequest('POST', '/howdah/session', { Host: own.host, Origin: own.origin, ...chunked });
    expect(statusOf(await sendRaw(port, `${head}1000\r\n${' '.repeat(0x1000)}\r\n`))).toBe(413);
  });

  test('drops a client that is too slow', async () => {
    const socket = openRaw(port);
    const headers = {
      Host: own.host,
      Origin: own.origin,
      'Content-Type': 'application/json',
      'Content-Length': '50',
    };
    socket.write(`${rawRequest('POST', '/howdah/session', headers)}{"tok`);
    const started = Date.now();
    expect([0, 408]).toContain(statusOf(await readToEnd(socket)));
    expect(Date.now() - started).toBeLessThan(15_000);
  });

  test('drops a client that never ends its headers', async () => {
    const socket = openRaw(port);
    socket.write(`GET /howdah/ HTTP/1.1\r\nHost: ${own.host}\r\nX-Slow: `);
    expect([0, 408]).toContain(statusOf(await readToEnd(socket)));
  });
});

describe('reading files', () => {
  const get = (target: string, headers: Record<string, string> = {}, method = 'GET') =>
    sendRaw(port, rawRequest(method, target, { Host: own.host, ...headers }));

  test('the page itself comes with its policy, and its nonce is new each time', async () => {
    const [one, other] = await Promise.all([get('/howdah/'), get('/howdah/')]);
    expect(statusOf(one)).toBe(200);
    const nonces = [one, other].map((answer) => {
      const [, nonce] = /style-src 'self' 'nonce-([^']+)'/.exec(answer) ?? [];
      expect(answer).toContain(`<meta name="csp-nonce" content="${nonce}">`);
      return nonce;
    });
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(one).toContain(`connect-src 'self' ws://${own.host}; `);
    for (const header of ["script-src 'self';", 'nosniff', 'no-referrer', 'Cache-Control: no-store']) {
      expect(one).toContain(header);
    }
    expect(await get('/howdah/assets/index-abc.js')).toContain('immutable');
  });

  test.each([
    '/',
    '/howdah',
    '/howdah/../secret.txt',
    '/howdah/assets/../../../secret.txt',
    '/howdah/%2e%2e/secret.txt',
    '/howdah/%2E%2E%2Fsecret.txt',
    '/howdah/..%2fsecret.txt',
    '/howdah/..%5csecret.txt',
    '/howdah/..\\secret.txt',
    '/howdah/assets\\..\\..\\secret.txt',
    '/howdah//etc/passwd',
    '//etc/passwd',
    '/etc/passwd',
    '/howdah/C:/Windows/win.ini',
    '/howdah/index.html%00.js',
    '/howdah/assets/link.txt',
    '/howdah/assets/index-abc.js.map',
    '/howdah/assets/',
    '/howdah/assets',
    '/howdah/constructor',
    '/howdah/__proto__',
    '/howdah/?a=b',
    '/howdah/assets/index-abc.js?',
    'http://evil.example/howdah/',
    'http://127.0.0.1/howdah/',
    '*',
  ])('%s is not there', async (target) => {
    const answer = await get(target);
    expect([400, 404]).toContain(statusOf(answer));
    expect(answer).not.toContain('<p>page');
    expect(answer).toMatch(/\r\n\r\n$/);
  });

  test('a NUL in the target is refused', async () => {
    expect(statusOf(await get('/howdah/index.html\0.js'))).toBe(400);
  });

  test.each([
    ['another Host', { Host: 'evil.example' }],
    ['a Host that only begins right', { Host: '127.0.0.1:1' }],
    ['another Origin', { Origin: 'http://evil.example' }],
  ])('refuses %s', async (_, headers) => {
    for (const target of ['/howdah/', '/howdah/assets/index-abc.js', '/nothing']) {
      const answer = await get(target, headers);
      expect(statusOf(answer)).toBe(403);
      expect(answer).not.toContain('page');
    }
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'])('refuses %s', async (method) => {
    const answer = await get('/howdah/', {}, method);
    expect(statusOf(answer)).toBe(405);
    expect(answer).not.toContain('<p>page');
  });

  test('closes on CONNECT, garbage and huge headers', async () => {
    expect([0, 400, 403, 404, 405]).toContain(statusOf(await get('evil.example:443', {}, 'CONNECT')));
    expect(statusOf(await sendRaw(port, 'garbage\r\n\r\n'))).toBe(400);
    expect(statusOf(await get('/howdah/', { 'X-Huge': 'x'.repeat(20_000) }))).toBe(431);
  });

  test('HEAD has the headers only', async () => {
    const answer = await get('/howdah/', {}, 'HEAD');
    expect(statusOf(answer)).toBe(200);
    expect(answer).toMatch(/\r\n\r\n$/);
  });
});

describe('opening the socket', () => {
  test.each([
    ['no secret', null],
    ['a guess', 'A'.repeat(43)],
    ['nothing', ''],
    ['a call without the secret', '{"i":"1","p":{"u":"/add","b":{"json":{"a":1,"b":2}}}}'],
    ['megabytes', 'A'.repeat(2 * 1024 * 1024)],
  ])('closes it on %s', async (_, message) => {
    expect(await greet(message)).toBe(4401);
  });

  test('closes it on the secret as bytes', async () => {
    expect(await greet(Buffer.from(await openSession()))).toBe(4401);
  });

  test('closes it on a launch token', async () => {
    expect(await greet(issueToken())).toBe(4401);
  });

  test('closes it on a message beyond its limit', async () => {
    expect(await greet('A'.repeat(17 * 1024 * 1024))).toBe(1009);
  });

  test('a guess answers nothing to what follows it', async () => {
    const socket = openSocket();
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
    expect(await upgradeStatus(attempt)).toBe(403);
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
    expect(await upgradeStatus({ path })).toBe(404);
  });

  test('lets only so many wait', async () => {
    const patient = new BrowserHost({ files, serve, onPageCount: () => {}, log, authorisationMs: 60_000 });
    const { host: address, origin } = await patient.listen(0);
    const sockets = Array.from({ length: 33 }, () => new WebSocket(`ws://${address}/howdah/rpc`, { origin }));
    const statuses = await Promise.all(
      sockets.map(
        (socket) =>
          new Promise<number>((resolve) => {
            socket.on('open', () => resolve(101));
            socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
            socket.on('error', () => undefined);
          }),
      ),
    );
    expect(statuses.filter((status) => status === 503)).toHaveLength(1);
    await patient.dispose();
  });
});
