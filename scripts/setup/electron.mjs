import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../lib/cache-folder.mjs';
import { REPOSITORY_FOLDER } from '../lib/repository-folder.mjs';
import { run } from '../lib/run.mjs';
import { say } from '../lib/say.mjs';

const PACKAGE = join(REPOSITORY_FOLDER, 'node_modules/electron');
const DOWNLOAD_LIMIT_MS = 10_000;
/** The downloader's own requirement. */
const LEAST_NODE = [22, 12];

/** Path of Electron's program, or undefined when it is not there. */
export function electronProgram(folder = PACKAGE) {
  try {
    const path = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim());
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a Node version such as `22.12.0` can run Electron's downloader. */
export function canRunDownloader(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  return major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
}

/**
 * Electron's program, fetched where that works within 10 s. A failure is remembered per version outside the
 * checkout, so that only the first start waits. Resolves with `{ program }` or `{ reason }`.
 */
export async function setUpElectron(allowFetch) {
  const present = electronProgram();
  if (present) return { program: present };
  const reason = obstacleToFetching(allowFetch);
  if (reason) return { reason };
  say('downloading Electron (gives up after 10 s)');
  try {
    await run(process.execPath, [join(PACKAGE, 'install.js')], { timeoutMs: DOWNLOAD_LIMIT_MS });
  } catch (error) {
    rememberFailure(error);
  }
  const program = electronProgram();
  return program ? { program } : { reason: 'it cannot be downloaded from here' };
}

function obstacleToFetching(allowFetch) {
  if (!allowFetch) return 'it is not installed, and --no-setup forbids to fetch it';
  if (!canRunDownloader()) return `its downloader needs Node ${LEAST_NODE.join('.')}`;
  if (existsSync(failureFile())) return `its download failed before (delete ${failureFile()} to try again)`;
  return undefined;
}

function rememberFailure(error) {
  mkdirSync(cacheFolder(), { recursive: true });
  writeFileSync(failureFile(), `${error.message}\n`);
}

function failureFile() {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
  return join(cacheFolder(), `electron-${version}-${process.platform}-${process.arch}.failed`);
}
