import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { FileToSave } from '../platform/file-to-save.ts';
import { contentDisposition } from './content-disposition.ts';
import { securityHeaders } from './security-headers.ts';

/**
 * Sends a file as fast as it is taken. When it cannot be made to its end the connection is broken, so that nobody takes
 * a part for the whole. Resolves early when the client goes away.
 * @throws what the content throws; before the first byte no header is sent yet.
 */
export async function sendFile(response: ServerResponse, file: FileToSave): Promise<void> {
  const content = file.content();
  const failed: unknown[] = [];
  async function* from(first: IteratorResult<Uint8Array>): AsyncGenerator<Uint8Array> {
    try {
      if (first.done !== true) yield first.value;
      yield* content;
    } catch (error) {
      failed.push(error);
      throw error;
    }
  }
  try {
    const first = await content.next();
    response.writeHead(200, {
      ...securityHeaders('none', []),
      'Cache-Control': 'no-store',
      'Content-Type': file.contentType,
      'Content-Disposition': contentDisposition(file.fileName),
    });
    await pipeline(from(first), response).catch(() => undefined);
  } finally {
    // Also when nobody took the first piece.
    await content.return(undefined);
  }
  if (failed.length > 0) throw failed[0];
}
