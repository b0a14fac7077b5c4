import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint, isBuildCurrent, stampBuild } from './app-build.mjs';

let folder;

function write(path, content = '') {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'howdah-'));
  for (const path of ['src/a.ts', 'src/deep/b.ts', 'package.json']) write(path);
  for (const path of ['out/main/index.js', 'out/main/serve.js', 'out/renderer/index.html']) write(path);
});

afterEach(() => rmSync(folder, { recursive: true }));

test('a build is current until a source changes', () => {
  expect(isBuildCurrent(folder)).toBe(false);
  stampBuild(fingerprint(folder), folder);
  expect(isBuildCurrent(folder)).toBe(true);
  write('README.md', 'not a source');
  expect(isBuildCurrent(folder)).toBe(true);
});

test.each([
  ['written', () => utimesSync(join(folder, 'src/deep/b.ts'), 1, 1)],
  ['added', () => write('src/c.ts')],
  ['removed', () => rmSync(join(folder, 'src/a.ts'))],
])('a source that is %s makes it stale', (_, change) => {
  stampBuild(fingerprint(folder), folder);
  change();
  expect(isBuildCurrent(folder)).toBe(false);
});

test('a missing output makes it stale', () => {
  stampBuild(fingerprint(folder), folder);
  rmSync(join(folder, 'out/main/serve.js'));
  expect(isBuildCurrent(folder)).toBe(false);
});
