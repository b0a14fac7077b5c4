import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { extract } from 'tar-stream';

/** Names are wanted, and a dump among the scripts may be large: what comes later is left out. */
const maxBytes = 32 * 1024 * 1024;

/** Paths of the files and links in a tar stream, of its first 32 MiB. */
export async function listTarFiles(tar: Readable): Promise<string[]> {
  const entries = extract();
  const done = finished(tar.on('error', (error) => entries.destroy(error)).pipe(entries)).catch(
    () => undefined,
  );
  const files: string[] = [];
  let bytes = 0;
  try {
    for await (const entry of entries) {
      const { type, name, size = 0 } = entry.header;
      if (type === 'file' || type === 'symlink') files.push(name);
      bytes += size;
      if (bytes > maxBytes) break;
      entry.resume();
    }
    return files;
  } finally {
    tar.destroy();
    entries.destroy();
    await done;
  }
}
