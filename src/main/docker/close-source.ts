import type { Readable } from 'node:stream';

/**
 * Runs an upload and closes what it was read from, however it ends: docker-modem pipes the source and leaves it, and
 * the file behind it, open when the request ends before it (docker-modem/lib/modem.js, buildRequest).
 * @throws what the source failed with, if that was before the upload began: such a request would never end
 */
export async function closeSource<T>(source: Readable | Buffer, upload: () => Promise<T>): Promise<T> {
  if (Buffer.isBuffer(source)) return upload();
  try {
    if (source.destroyed) throw source.errored ?? new Error('Its source was closed before the upload began');
    return await upload();
  } finally {
    source.destroy();
  }
}
