import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './background-process.mjs';
import { unmountBelow } from './mounts.mjs';

const NAME = /^work-(\d+)-/;

/**
 * Runs `job(folder)` with a folder inside the cache, on the same file system so that results can be renamed out of
 * it, and removes the folder afterwards, along with those of runs that were killed.
 */
export async function withWorkFolder(cache, job) {
  mkdirSync(cache, { recursive: true });
  for (const name of readdirSync(cache)) {
    const owner = NAME.exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) await removeFolder(join(cache, name));
  }
  const folder = mkdtempSync(join(cache, `work-${process.pid}-`));
  try {
    return await job(folder);
  } finally {
    await removeFolder(folder);
  }
}

async function removeFolder(folder) {
  // debootstrap leaves /proc mounted when it is interrupted.
  await unmountBelow(folder);
  rmSync(folder, { recursive: true, force: true });
}
