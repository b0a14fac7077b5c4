import { AppFailure } from '../lib/app-failure.ts';
import { ByteWindow } from './byte-window.ts';
import { findRow } from './find-row.ts';
import { rowFrame } from './row-frame.ts';
import type { RowSource } from './row-source.ts';
import { utf8Boundary } from './utf8-boundary.ts';

export interface CellPlace {
  row: number;
  column: number;
}

export interface CellPiece {
  /** Null: NULL. */
  text: string | null;
  /** In bytes; null: that was all. */
  nextOffset: number | null;
}

const pieceBytes = 1024 * 1024;

/**
 * A piece of a value, at most 1 MiB, cut between characters.
 * @param offset in bytes: 0, then the `nextOffset` of the piece before.
 * @throws AppFailure `not-found` when there is no such cell or the result was let go of.
 */
export async function readCell(source: RowSource, place: CellPlace, offset: number): Promise<CellPiece> {
  const value = await findValue(source, place);
  if (value.lengthBytes === rowFrame.nullLength) return { text: null, nextOffset: null };
  const leftBytes = Math.max(0, value.lengthBytes - offset);
  const bytes = await source.read(value.offset + offset, Math.min(leftBytes, pieceBytes));
  const isLast = bytes.length === leftBytes;
  const end = isLast ? bytes.length : utf8Boundary(bytes, bytes.length - 4);
  return { text: bytes.toString('utf8', 0, end), nextOffset: isLast ? null : offset + end };
}

async function findValue(
  source: RowSource,
  { row, column }: CellPlace,
): Promise<{ offset: number; lengthBytes: number }> {
  const window = new ByteWindow(source);
  const start = await findRow(source, window, row);
  if (start === null || column >= source.columns.length) {
    throw new AppFailure({ code: 'not-found', kind: 'result', name: source.id });
  }
  let at = start + rowFrame.headerBytes;
  for (let field = 0; ; field += 1) {
    if (!window.has(at, rowFrame.lengthBytes)) await window.load(at, rowFrame.lengthBytes);
    const lengthBytes = window.int32(at);
    at += rowFrame.lengthBytes;
    if (field === column) return { offset: at, lengthBytes };
    at += Math.max(0, lengthBytes);
  }
}
