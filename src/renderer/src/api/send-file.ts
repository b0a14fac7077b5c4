import { CallFailure } from './call-failure.ts';

const chunkBytes = 4 * 1024 * 1024;

/**
 * Sends a file in pieces, each when the one before was taken; an empty file as one empty piece. Resolves when all of it
 * is sent or no more of it is wanted. Fails with `file-unusable` where the browser cannot read on: the file was changed
 * or removed since it was chosen.
 */
export async function sendFile(
  file: File,
  send: (chunk: Blob, last: boolean) => Promise<{ wanted: boolean }>,
): Promise<void> {
  let sentBytes = 0;
  let wanted = true;
  do {
    const chunk = await readPiece(file, sentBytes);
    sentBytes += chunk.size;
    ({ wanted } = await send(chunk, sentBytes >= file.size));
  } while (wanted && sentBytes < file.size);
}

/** Read here, so that a file that cannot be read is told from a lost connection. */
async function readPiece(file: File, from: number): Promise<Blob> {
  try {
    return new Blob([await file.slice(from, from + chunkBytes).arrayBuffer()]);
  } catch (cause) {
    throw new CallFailure(
      { code: 'file-unusable', path: file.name, problem: 'changed', reason: null },
      { cause },
    );
  }
}
