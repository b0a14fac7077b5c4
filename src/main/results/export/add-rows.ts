import { rowFrame } from '../row-frame.ts';
import type { ByteSink } from './byte-sink.ts';
import type { RowFormat } from './row-format.ts';

/** Adds the rows that are whole in a block of frames, up to before `endRow`. */
export function addRows(
  sink: ByteSink,
  format: RowFormat,
  block: Buffer,
  firstRow: number,
  endRow: number,
): { rows: number; bytes: number } {
  let row = firstRow;
  let start = 0;
  for (; row < endRow && start + rowFrame.headerBytes <= block.length; row += 1) {
    const end = start + 1 + block.readInt32BE(start + 1);
    if (end > block.length) break;
    format.beginRow(sink, row);
    let at = start + rowFrame.headerBytes;
    for (let column = 0; at < end; column += 1) {
      const lengthBytes = block.readInt32BE(at);
      at += rowFrame.lengthBytes;
      if (lengthBytes === rowFrame.nullLength) {
        format.addNull(sink, column);
        continue;
      }
      format.addValue(sink, column, block, at, at + lengthBytes);
      at += lengthBytes;
    }
    format.endRow(sink, row);
    start = end;
  }
  return { rows: row - firstRow, bytes: start };
}
