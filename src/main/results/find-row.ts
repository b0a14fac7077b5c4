import type { ByteWindow } from './byte-window.ts';
import { rowFrame } from './row-frame.ts';
import type { RowSource } from './row-source.ts';

/** Offset of the frame of a row, from the last one that is indexed. Null when there is no such row (yet). */
export async function findRow(source: RowSource, window: ByteWindow, row: number): Promise<number | null> {
  const position = source.positionOf(row);
  const span = position === null ? null : source.span(position);
  if (span === null) return null;
  let at = span.offset;
  for (let current = span.firstRow; current < row; current += 1) {
    if (!window.has(at, rowFrame.headerBytes)) await window.load(at, rowFrame.headerBytes);
    at += 1 + window.int32(at + 1);
  }
  return at;
}
