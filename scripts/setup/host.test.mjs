import { expect, test } from 'vitest';
import { canRunDownloader } from './electron.mjs';
import { chooseHost, hasDisplay } from './host.mjs';

test.each([
  [{}, 'linux', false],
  [{ DISPLAY: ':0' }, 'linux', true],
  [{ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', true],
  [{}, 'darwin', true],
])('a display with %j on %s: %s', (env, platform, expected) => {
  expect(hasDisplay(env, platform)).toBe(expected);
});

test.each([
  ['20.19.0', false],
  ['22.11.0', false],
  ['22.12.0', true],
  ['24.1.0', true],
])('Node %s runs the downloader of Electron: %s', (version, expected) => {
  expect(canRunDownloader(version)).toBe(expected);
});

test.each([
  { wanted: 'browser', open: true },
  { wanted: undefined, open: false },
])('the browser host serves %j without asking for Electron', async (wish) => {
  const { command, args } = await chooseHost({ ...wish, setup: true });
  expect([command, args.length]).toEqual([process.execPath, 1]);
  expect(args[0]).toMatch(/out.main.serve\.js$/);
});
