import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { buildSample, type SampleBuild } from './support/build-sample.ts';
import { type RunningSample, runSample } from './support/run-sample.ts';

vi.setConfig({ testTimeout: 60_000 });

let sample: SampleBuild;
let dir: string;
let running: RunningSample[];
beforeAll(async () => {
  sample = await buildSample();
}, 60_000);
afterAll(() => rm(sample.root, { recursive: true }));
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'howdah-app-'));
  running = [];
});
afterEach(async () => {
  for (const { child, exited } of running) {
    child.kill('SIGKILL');
    await exited;
  }
  await rm(dir, { recursive: true, maxRetries: 20 });
});

const address = /^Howdah is running at (http:\/\/127\.0\.0\.1:\d+)\/howdah\/#token=([\w-]{43})$/m;

function start(args: string[] = [], env: Record<string, string> = {}): RunningSample {
  const one = runSample(sample, [`--data-dir=${join(dir, 'data')}`, ...args], env);
  running.push(one);
  return one;
}

/** A stand-in for a browser: a script that may trade the token as a page would. */
async function installBrowser(name: string, script: string): Promise<void> {
  await writeFile(join(dir, name), `#!${process.execPath}\n${script}\n`);
  await chmod(join(dir, name), 0o755);
}

const trade = `
const url = new URL(process.argv.find((text) => text.includes('#token=')).replace('--app=', ''));
const headers = { 'content-type': 'application/json', origin: url.origin };
const body = JSON.stringify({ token: url.hash.slice(7) });
const answer = await fetch(new URL('/howdah/session', url), { method: 'POST', headers, body });
const { secret } = await answer.json();
`;
const display = () => ({ DISPLAY: ':97', PATH: dir });

test('without a display, and with --no-open, the address is printed; signals end it cleanly', async () => {
  for (const [args, signal] of [
    [[], 'SIGINT'],
    [['--no-open'], 'SIGTERM'],
  ] as const) {
    const app = start([...args]);
    const [, origin = ''] = await app.printed(address);
    expect((await fetch(`${origin}/howdah/`)).status).toBe(200);
    app.child.kill(signal);
    expect(await app.exited).toBe(0);
    expect(app.output()).toMatch(/^disposed$/m);
    await expect(fetch(`${origin}/howdah/`)).rejects.toThrow();
  }
});

test('an operation that is under way at the end is told', async () => {
  const app = start(['--no-open'], { SAMPLE_IS_BUSY: 'yes' });
  await app.printed(address);
  app.child.kill('SIGINT');
  expect(await app.exited).toBe(0);
  expect(app.output()).toMatch(/Something is under way .* next start/);
  const quiet = start(['--no-open']);
  await quiet.printed(address);
  quiet.child.kill('SIGINT');
  expect(await quiet.exited).toBe(0);
  expect(quiet.output()).not.toContain('under way');
});

test('a second start prints a fresh address of the first and exits 0', async () => {
  const first = start(['--no-open']);
  const [, origin, token] = await first.printed(address);
  const second = start(['--no-open']);
  expect(await second.exited).toBe(0);
  const [, otherOrigin, otherToken] = await second.printed(address);
  expect(otherOrigin).toBe(origin);
  expect(otherToken).not.toBe(token);
});

test('a killed process leaves nothing that stops the next', async () => {
  const first = start(['--no-open']);
  await first.printed(address);
  first.child.kill('SIGKILL');
  await first.exited;
  await start(['--no-open']).printed(address);
});

test('a port that is taken is named and ends the start with 1', async () => {
  const first = start(['--no-open']);
  const [, origin = ''] = await first.printed(address);
  const other = runSample(sample, [
    `--data-dir=${join(dir, 'other')}`,
    '--no-open',
    `--port=${new URL(origin).port}`,
  ]);
  running.push(other);
  expect(await other.exited).toBe(1);
  expect(other.output()).toContain('EADDRINUSE');
  // The app is made only once there is a port.
  expect(other.output()).not.toContain('disposed');
});

test('every browser that dies is named, then the address is printed, and the log has no token', async () => {
  await installBrowser('chromium', 'process.exit(0)');
  await installBrowser('google-chrome', 'process.exit(3)');
  const app = start([], display());
  const [, , token = ''] = await app.printed(address, 15_000);
  expect(app.output()).toContain(
    `Chromium (${join(dir, 'chromium')}) ended with code 0 before its window opened`,
  );
  expect(app.output()).toContain(`Google Chrome (${join(dir, 'google-chrome')}) ended with code 3`);
  const log = await readFile(join(dir, 'data', 'log', 'howdah.log'), 'utf8');
  expect(log).not.toContain(token);
  expect(log).not.toContain('token=');
});

test('closing the last window ends the app, and a browser that still runs with it', async () => {
  await installBrowser(
    'chromium.mjs',
    `import { writeFileSync } from 'node:fs';
    import { WebSocket } from '${import.meta.resolve('ws')}';${trade}
    const socket = new WebSocket(url.origin.replace('http', 'ws') + '/howdah/rpc', { origin: url.origin });
    socket.on('open', () => socket.send(secret));
    // Longer than the grace time after a last window: it must not count while the window is there.
    const stay = () => {
      writeFileSync('${join(dir, 'stayed')}', '');
      socket.close();
    };
    socket.on('message', () => setTimeout(stay, 4000));
    process.on('SIGTERM', () => {
      writeFileSync('${join(dir, 'ended')}', '');
      process.exit();
    });
    setInterval(() => {}, 1000);`,
  );
  const app = start([`--browser=${join(dir, 'chromium.mjs')}`], display());
  await app.printed(/Howdah is open in its window/);
  expect(await app.exited).toBe(0);
  expect(app.output()).toMatch(/^disposed$/m);
  await readFile(join(dir, 'stayed'));
  await vi.waitFor(() => readFile(join(dir, 'ended')));
});

test.skipIf(process.platform !== 'linux')(
  'a real browser shows the window, and its end is the end of the app',
  async () => {
    await writeFile(
      join(dir, 'headless'),
      `#!/bin/sh\necho $$ >${dir}/pid\nexec chromium --headless=new "$@"\n`,
    );
    await chmod(join(dir, 'headless'), 0o755);
    const app = start([`--browser=${join(dir, 'headless')}`], { DISPLAY: ':97' });
    await app.printed(/Howdah is open in its window/, 30_000);
    await app.printed(/^page at #\/: running$/m);
    process.kill(Number(await readFile(join(dir, 'pid'), 'utf8')));
    expect(await app.exited).toBe(0);
    expect(app.output()).toMatch(/^page at #\/: ended$/m);
    await vi.waitFor(() => readFile(join(dir, 'data', 'log', 'browser.log')));
  },
  60_000,
);
