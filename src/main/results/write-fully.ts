import type { FileHandle } from 'node:fs/promises';

/**
 * Writes all pieces one after the other, from `position` on. A disk that fills up takes a part first and fails at the
 * next attempt.
 * @throws Error (`ENOSPC`, `EDQUOT`, `EIO`) when the disk does not take all of it.
 */
export async function writeFully(
  handle: FileHandle,
  pieces: readonly Buffer[],
  position: number,
): Promise<void> {
  let rest = [...pieces];
  let at = position;
  while (rest.length > 0) {
    const { bytesWritten } = await handle.writev(rest, at);
    if (bytesWritten === 0) throw new Error('The file of a result takes no more');
    at += bytesWritten;
    rest = without(rest, bytesWritten);
  }
}

function without(pieces: readonly Buffer[], bytes: number): Buffer[] {
  let left = bytes;
  const rest: Buffer[] = [];
  for (const piece of pieces) {
    if (left < piece.length) rest.push(piece.subarray(left));
    left = Math.max(0, left - piece.length);
  }
  return rest;
}
