import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSilentLogger } from '../lib/logger.ts';
import { resolveAppPaths } from '../platform/app-paths.ts';
import { appWindowArguments } from './app-window-arguments.ts';
import { browserCandidates } from './browser-candidates.ts';
import { browserWays } from './browser-ways.ts';
import { findBrowsers } from './find-browsers.ts';
import { profileDir } from './profile-dir.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'howdah-browsers-'));
});
afterEach(() => rm(dir, { recursive: true }));

async function install(file: string, mode = 0o755): Promise<string> {
  const path = join(dir, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, '#!/bin/sh\n');
  await chmod(path, mode);
  return path;
}

test('on Linux they are found through PATH, in order of preference', async () => {
  const brave = await install('brave-browser');
  const chrome = await install('google-chrome');
  await install('chromium', 0o644);
  const names = findBrowsers(undefined, 'linux', { PATH: dir }).filter(({ file }) => file.startsWith(dir));
  expect(names).toEqual([
    { name: 'Google Chrome', file: chrome },
    { name: 'Brave', file: brave },
  ]);
});

test('the chosen browser goes first and is not tried twice', async () => {
  const chromium = await install('chromium');
  expect(findBrowsers(chromium, 'linux', { PATH: dir })[0]).toEqual({
    name: 'The chosen browser',
    file: chromium,
  });
  expect(findBrowsers(chromium, 'linux', { PATH: dir }).filter(({ file }) => file === chromium)).toHaveLength(
    1,
  );
});

test('on macOS and Windows they are looked up where they install themselves', () => {
  const mac = browserCandidates('darwin', { HOME: '/Users/ana' });
  expect(mac[0]?.files).toContain('/Users/ana/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
  const windows = browserCandidates('win32', { PROGRAMFILES: 'C:\\Program Files' });
  expect(windows[1]).toEqual({
    name: 'Microsoft Edge',
    files: ['C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe'],
  });
});

test('without a display there is no way at all', async () => {
  await install('chromium');
  await install('xdg-open');
  const options = {
    paths: resolveAppPaths(dir),
    log: createSilentLogger(),
    chosen: undefined,
    system: 'linux',
  } as const;
  expect(browserWays({ ...options, env: { PATH: dir } })).toEqual([]);
  const names = browserWays({ ...options, env: { PATH: dir, WAYLAND_DISPLAY: 'wayland-0' } }).map(
    ({ name }) => name,
  );
  expect(names[0]).toBe(`Chromium (${join(dir, 'chromium')})`);
  expect(names.at(-1)).toBe('The default browser');
});

test('an app window has a profile of its own and keeps its sandbox unless that is impossible', () => {
  const url = 'http://127.0.0.1:1/howdah/#token=a';
  const plain = appWindowArguments({ url, profileDir: '/p', withoutSandbox: false });
  expect(plain).toEqual(expect.arrayContaining([`--app=${url}`, '--user-data-dir=/p', '--no-first-run']));
  expect(plain).not.toContain('--no-sandbox');
  expect(appWindowArguments({ url, profileDir: '/p', withoutSandbox: true })).toContain('--no-sandbox');
});

test.each([
  ['/usr/bin/chromium', false, '/data/browser/chromium'],
  ['/usr/bin/chromium-browser', true, '/home/ana/snap/chromium/common/howdah'],
  ['/usr/bin/chromium-browser', false, '/data/browser/chromium'],
  ['/snap/bin/chromium', true, '/home/ana/snap/chromium/common/howdah'],
])('profile of %s (snap there: %s)', (file, isSnap, profile) => {
  expect(profileDir({ name: 'Chromium', file }, '/data', '/home/ana', () => isSnap)).toBe(profile);
});
