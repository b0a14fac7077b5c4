import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { extract } from 'tar-stream';

const maxBytes = 64 * 1024;

/** The first entry of a tar stream when it is a file (at most 64 KiB of it) or a link; null for anything else. */
export async function readFirstTarEntry(
  tar: Readable,
): Promise<{ kind: 'file'; text: string } | { kind: 'link'; target: string } | null> {
  const entries = extract();
  // Also forwards a failure of the tar to the loop below.
  const done = finished(tar.on('error', (error) => entries.destroy(error)).pipe(entries)).catch(
    () => undefined,
  );
  try {
    for await (const entry of entries) {
      const { type, linkname } = entry.header;
      if (type === 'symlink' && linkname) return { kind: 'link', target: linkname };
      if (type !== 'file') return null;
      const chunks: Buffer[] = [];
      let size = 0;
      for await (const chunk of entry as AsyncIterable<Buffer>) {
        chunks.push(chunk);
        size += chunk.length;
        if (size > maxBytes) break;
      }
      return { kind: 'file', text: Buffer.concat(chunks).subarray(0, maxBytes).toString('utf8') };
    }
    return null;
  } finally {
    tar.destroy();
    entries.destroy();
    await done;
  }
}
