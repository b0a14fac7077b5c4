import type { Readable } from 'node:stream';

/**
 * Runs an upload and closes what it was read from, however it ends: docker-modem pipes the source and leaves it, and
 * the file behind it, open when the request ends before it (docker-modem/lib/modem.js, buildRequest).
 */
export async function closeSource<T>(source: Readable | Buffer, upload: () => Promise<T>): Promise<T> {
  try {
    return await upload();
  } finally {
    if (!Buffer.isBuffer(source)) source.destroy();
  }
}
