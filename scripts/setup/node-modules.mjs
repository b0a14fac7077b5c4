import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from '../lib/npm.mjs';
import { REPOSITORY_FOLDER } from '../lib/repository-folder.mjs';
import { say } from '../lib/say.mjs';

/**
 * Whether what is installed is what package-lock.json asks for. `installed` is npm's own record of what it put
 * into node_modules (node_modules/.package-lock.json), written when an installation is complete.
 */
export function matchesLock(lock, installed) {
  const wanted = Object.entries(lock.packages ?? {}).filter(([path]) => path.startsWith('node_modules/'));
  const present = installed?.packages ?? {};
  const complete = wanted.every(([path, entry]) => {
    const found = present[path];
    // Optional packages of other systems are not installed.
    if (found === undefined) return entry.optional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
  const paths = new Set(wanted.map(([path]) => path));
  return complete && wanted.length > 0 && Object.keys(present).every((path) => paths.has(path));
}

/** Installs the packages of package-lock.json, unless exactly they are there. Install scripts never run. */
export async function setUpNodeModules() {
  const lock = readJson(join(REPOSITORY_FOLDER, 'package-lock.json'));
  const installed = readJson(join(REPOSITORY_FOLDER, 'node_modules/.package-lock.json'));
  if (matchesLock(lock ?? {}, installed)) return;
  say('installing the packages of package-lock.json with npm ci');
  await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: REPOSITORY_FOLDER });
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
