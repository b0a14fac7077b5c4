import { createHash } from 'node:crypto';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

const maxSocketPathBytes = 100;

/**
 * Where the process that owns a data directory is reached: a named pipe on Windows, else a unix socket in `run/` below
 * it. A path too long for a socket (the kernel takes 107 bytes, macOS 103) moves to the system's temporary directory.
 */
export function launcherAddress(dataDir: string, system: NodeJS.Platform = process.platform): string {
  const id = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  if (system === 'win32') return `\\\\.\\pipe\\howdah-${userInfo().username}-${id}`;
  const path = join(dataDir, 'run', 'launcher.sock');
  if (Buffer.byteLength(path) <= maxSocketPathBytes) return path;
  return join(tmpdir(), `howdah-${process.getuid?.() ?? 0}-${id}`, 'launcher.sock');
}
