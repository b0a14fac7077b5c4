import type { Cell } from '../../../../shared/contract/results.ts';

interface ReadRow {
  version: string | null;
  cells: readonly Cell[];
}

/**
 * Whether a row is still what was read. Equal values are enough: a restored or rewritten table has other versions of the
 * same rows. An equal version alone is not, since another server may have come to the same number. Of a long value only
 * the beginning is known: for that the version has to be the same, too.
 */
export function isUnchanged(read: ReadRow, now: ReadRow): boolean {
  if (read.cells.length !== now.cells.length) return false;
  const sameVersion = read.version !== null && read.version === now.version;
  return read.cells.every((cell, at) => isSameCell(cell, now.cells[at], sameVersion));
}

function isSameCell(read: Cell, now: Cell | undefined, sameVersion: boolean): boolean {
  if (read === null || typeof read === 'string') return read === now;
  if (now === null || typeof now !== 'object') return false;
  return sameVersion && read.start === now.start && read.lengthBytes === now.lengthBytes;
}
