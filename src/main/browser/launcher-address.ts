import { createHash } from 'node:crypto';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

const maxDirBytes = 65;

/**
 * Folder of the sockets through which processes on a data directory find each other: `run/` below it. Where a socket's
 * path would be too long (Linux takes 107 bytes, macOS 103) it is in the system's temporary directory.
 */
export function launcherDir(dataDir: string): string {
  const dir = join(dataDir, 'run');
  if (Buffer.byteLength(dir) <= maxDirBytes) return dir;
  return join(tmpdir(), `howdah-${process.getuid?.() ?? 0}-${shortHash(dataDir)}`);
}

/** Named pipe that stands for a data directory on Windows. It vanishes with its process. */
export function launcherPipe(dataDir: string): string {
  return `\\\\.\\pipe\\howdah-${userInfo().username}-${shortHash(dataDir)}`;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
