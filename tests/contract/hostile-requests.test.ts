import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { rawRequest, sendRaw, statusOf } from './support/raw-request.ts';
import { startTarget, type Target } from './support/target.ts';

let site: Target;
beforeAll(async () => {
  site = await startTarget();
});
afterEach(() => site.expectAlive());
afterAll(() => site.dispose());

const get = (target: string, headers: Record<string, string> = {}, method = 'GET', body = '') =>
  sendRaw(site.port, rawRequest(method, target, { Host: site.own.host, ...headers }, body));

test('the page itself comes with its policy, and its nonce is new each time', async () => {
  const [one, other] = await Promise.all([get('/howdah/'), get('/howdah/')]);
  expect(statusOf(one)).toBe(200);
  const nonces = [one, other].map((answer) => {
    const [, nonce] = /style-src 'self' 'nonce-([^']+)'/.exec(answer) ?? [];
    expect(answer).toContain(`<meta name="csp-nonce" content="${nonce}">`);
    return nonce;
  });
  expect(nonces[0]).not.toBe(nonces[1]);
  expect(one).toContain(`connect-src 'self' ws://${site.own.host}; `);
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
  expect(statusOf(await sendRaw(site.port, 'garbage\r\n\r\n'))).toBe(400);
  expect(statusOf(await get('/howdah/', { 'X-Huge': 'x'.repeat(20_000) }))).toBe(431);
});

test('HEAD has the headers only', async () => {
  const answer = await get('/howdah/', {}, 'HEAD');
  expect(statusOf(answer)).toBe(200);
  expect(answer).toMatch(/\r\n\r\n$/);
});

/** A request for the file of a ticket as our page sends it, except for what is given. */
function download(
  ticket: string,
  { method = 'POST', target = '/howdah/download', headers = {} as Record<string, string> } = {},
): Promise<string> {
  const body = JSON.stringify({ ticket });
  const own = { Origin: site.own.origin, 'Content-Type': 'application/json' };
  return get(target, { ...own, 'Content-Length': String(body.length), ...headers }, method, body);
}

const offer = () =>
  site.downloads.offer({
    fileName: 'rows.csv',
    contentType: 'text/csv',
    async *content() {
      yield Buffer.from('the rows');
    },
  });

test.each([
  [403, 'another Origin', { headers: { Origin: 'http://evil.example' } }],
  [403, 'the Origin null', { headers: { Origin: 'null' } }],
  [403, 'another Host', { headers: { Host: 'evil.example' } }],
  [405, 'GET', { method: 'GET' }],
  [405, 'PUT', { method: 'PUT' }],
  [405, 'OPTIONS', { method: 'OPTIONS' }],
  [415, 'what a form sends', { headers: { 'Content-Type': 'text/plain' } }],
  [413, 'an oversize body', { headers: { 'Content-Length': '5000' } }],
])('answers %i to a valid ticket with %s, and leaves it valid', async (status, _, attempt) => {
  const ticket = offer();
  const refused = await download(ticket, attempt);
  expect(statusOf(refused)).toBe(status);
  expect(refused).not.toContain('the rows');
  expect(refused).toContain("default-src 'none'");
  expect(await download(ticket)).toContain('the rows');
});

test('refuses a download without an Origin, and tickets that are none', async () => {
  const ticket = offer();
  const body = JSON.stringify({ ticket });
  const headers = { 'Content-Type': 'application/json', 'Content-Length': String(body.length) };
  expect(statusOf(await get('/howdah/download', headers, 'POST', body))).toBe(403);
  for (const wrong of ['', `${ticket}x`, 'A'.repeat(43), '../rows'])
    expect(statusOf(await download(wrong))).toBe(403);
  expect(statusOf(await download('A'.repeat(200)))).toBe(400);
  for (const target of [`/howdah/download?ticket=${ticket}`, `/howdah/download/${ticket}`]) {
    expect(statusOf(await download(ticket, { target, method: 'GET' }))).toBe(404);
  }
  expect(await download(ticket)).toContain('the rows');
});
