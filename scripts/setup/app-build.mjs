import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from '../lib/npm.mjs';
import { REPOSITORY_FOLDER } from '../lib/repository-folder.mjs';
import { say } from '../lib/say.mjs';

const INPUTS = [
  'src',
  'resources',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'tsconfig.base.json',
];
const OUTPUTS = ['out/main/index.js', 'out/main/serve.js', 'out/renderer/index.html'];

/** A short text that changes when any file below `inputs` is added, removed or written. */
export function fingerprint(folder, inputs = INPUTS) {
  const hash = createHash('sha256');
  for (const input of inputs) {
    for (const path of filesBelow(join(folder, input))) {
      const { size, mtimeMs } = statSync(path);
      hash.update(`${path.slice(folder.length)}\0${size}\0${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

/** Whether the built app in out/ was made from the files as they are now. */
export function isBuildCurrent(folder = REPOSITORY_FOLDER) {
  const stamp = stampFile(folder);
  return (
    OUTPUTS.every((path) => existsSync(join(folder, path))) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === fingerprint(folder)
  );
}

/** Remembers that out/ was made from the files as they were when `print` was taken. */
export function stampBuild(print, folder = REPOSITORY_FOLDER) {
  mkdirSync(join(folder, 'out'), { recursive: true });
  writeFileSync(stampFile(folder), print);
}

function stampFile(folder) {
  return join(folder, 'out/.built-from');
}

/** Builds the app if its sources have changed since the last time. */
export async function setUpAppBuild() {
  if (isBuildCurrent()) return;
  say('building the app with npm run build');
  const print = fingerprint(REPOSITORY_FOLDER);
  await npm(['run', 'build', '--silent'], { cwd: REPOSITORY_FOLDER });
  stampBuild(print);
}
