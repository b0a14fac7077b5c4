import { readFileSync } from 'node:fs';
import { run } from './run.mjs';

/** Mount points below `folder` in the text of /proc/mounts, the deepest first. */
export function mountPointsBelow(folder, table) {
  return table
    .split('\n')
    .map((line) => line.split(' ')[1])
    .filter((at) => at?.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length);
}

/** Unmounts what is mounted below a folder, so that removing the folder cannot reach through a mount. */
export async function unmountBelow(folder) {
  for (const at of mountPointsBelow(folder, readFileSync('/proc/mounts', 'utf8'))) {
    await run('umount', ['--lazy', at]);
  }
}
