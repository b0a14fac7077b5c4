import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { resolveAppPaths } from './app-paths.ts';
import { createNodePlatform } from './node-platform.ts';
import { openUrlCommand, revealCommand } from './system-commands.ts';

/** Of a program that runs by itself, on a machine that has much to do. */
const patient = { timeout: 20_000 };

let dir: string;
const path = process.env.PATH;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'howdah-platform-'));
});
afterEach(async () => {
  process.env.PATH = path;
  await rm(dir, { recursive: true });
});

async function installTool(name: string): Promise<string> {
  const seen = join(dir, `${name}.seen`);
  await writeFile(
    join(dir, name),
    `#!/bin/sh\nprintf '%s\\n' "$@" > ${seen}.part && mv ${seen}.part ${seen}\n`,
  );
  await chmod(join(dir, name), 0o755);
  return seen;
}

test('without a display it can open, show and notify nothing', async () => {
  await installTool('xdg-open');
  const platform = createNodePlatform({ paths: resolveAppPaths(dir), system: 'linux', env: { PATH: dir } });
  expect(platform.capabilities()).toEqual({
    canOpenUrl: false,
    canReveal: false,
    canNotify: false,
    canPickFile: false,
    encryptsSecrets: false,
  });
  await expect(platform.openUrl('https://docs.docker.com/')).rejects.toThrow('no way');
  await expect(platform.revealPath('/tmp/x')).rejects.toThrow('no way');
});

test.skipIf(process.platform !== 'linux')(
  'with a display it runs the tools with plain arguments',
  async () => {
    const opened = await installTool('xdg-open');
    const notified = await installTool('notify-send');
    process.env.PATH = `${dir}:${path}`;
    const env = { PATH: process.env.PATH, DISPLAY: ':7' };
    const platform = createNodePlatform({ paths: resolveAppPaths(dir), system: 'linux', env });
    await platform.openUrl('https://docs.docker.com/a?b=$(id)');
    await vi.waitFor(
      async () => expect(await readFile(opened, 'utf8')).toBe('https://docs.docker.com/a?b=$(id)\n'),
      patient,
    );
    await platform.notify({ title: '-t', body: '`id`' });
    await vi.waitFor(
      async () => expect(await readFile(notified, 'utf8')).toBe('--app-name=Howdah\n--\n-t\n`id`\n'),
      patient,
    );
  },
);

test('refuses an address outside the list before anything runs', async () => {
  const platform = createNodePlatform({ paths: resolveAppPaths(dir), system: 'darwin', env: {} });
  await expect(platform.openUrl('file:///etc/passwd')).rejects.toThrow('not on the list');
});

test('commands for every system', () => {
  expect(openUrlCommand('linux', 'https://a')).toEqual({ file: 'xdg-open', args: ['https://a'] });
  expect(openUrlCommand('darwin', 'https://a')).toEqual({ file: 'open', args: ['https://a'] });
  expect(openUrlCommand('win32', 'https://a').file).toBe('rundll32.exe');
  expect(revealCommand('linux', '/a/b.sql')).toEqual({ file: 'xdg-open', args: ['/a'] });
  expect(revealCommand('darwin', '/a/b.sql')).toEqual({ file: 'open', args: ['-R', '/a/b.sql'] });
  expect(revealCommand('win32', 'C:/a/b.sql')).toEqual({
    file: 'explorer.exe',
    args: ['/select,', 'C:\\a\\b.sql'],
  });
});

test('one directory holds everything when it is given', () => {
  expect(resolveAppPaths('/d')).toEqual({
    dataDir: '/d',
    configDir: join('/d', 'config'),
    cacheDir: join('/d', 'cache'),
    logDir: join('/d', 'log'),
  });
  expect(resolveAppPaths(undefined).dataDir).toMatch(/howdah/i);
});
