import { ByteWindow } from '../byte-window.ts';
import { rowFrame } from '../row-frame.ts';
import type { RowSource } from '../row-source.ts';
import { utf8Boundary } from '../utf8-boundary.ts';
import { addRows } from './add-rows.ts';
import { ByteSink } from './byte-sink.ts';
import type { RowFormat } from './row-format.ts';

const blockBytes = 256 * 1024;
/** Of a row that is longer than a block: values up to this are written whole. */
const pieceBytes = 64 * 1024;

/**
 * The rows that are there at the call, as a file in pieces. Memory does not grow with the rows, nor with a row's length.
 * @throws AppFailure `not-found` when the result was let go of and nobody holds it.
 */
export async function* exportRows(source: RowSource, format: RowFormat): AsyncGenerator<Buffer> {
  const sink = new ByteSink();
  const { rowCount } = source;
  format.begin(sink);
  let offset = 0;
  for (let row = 0; row < rowCount; ) {
    const block = await source.read(offset, blockBytes);
    const written = addRows(sink, format, block, row, rowCount);
    if (written.rows === 0) offset = yield* longRow(source, format, sink, row, offset);
    else offset += written.bytes;
    row += Math.max(1, written.rows);
    yield sink.take();
  }
  format.end(sink, rowCount);
  yield sink.take();
}

/** A row that is longer than a block. Returns where the next one begins. */
async function* longRow(
  source: RowSource,
  format: RowFormat,
  sink: ByteSink,
  row: number,
  start: number,
): AsyncGenerator<Buffer, number> {
  const window = new ByteWindow(source);
  await window.load(start, rowFrame.headerBytes);
  const end = start + 1 + window.int32(start + 1);
  format.beginRow(sink, row);
  let at = start + rowFrame.headerBytes;
  for (let column = 0; at < end; column += 1) {
    if (!window.has(at, rowFrame.lengthBytes)) await window.load(at, rowFrame.lengthBytes);
    const lengthBytes = window.int32(at);
    at += rowFrame.lengthBytes;
    if (lengthBytes === rowFrame.nullLength) format.addNull(sink, column);
    else if (lengthBytes > pieceBytes) yield* longValue(source, format, sink, column, at, lengthBytes);
    else {
      if (!window.has(at, lengthBytes)) await window.load(at, lengthBytes);
      format.addValue(sink, column, window.slice(at, lengthBytes), 0, lengthBytes);
    }
    at += Math.max(0, lengthBytes);
    if (sink.length > blockBytes) yield sink.take();
  }
  format.endRow(sink, row);
  return end;
}

async function* longValue(
  source: RowSource,
  format: RowFormat,
  sink: ByteSink,
  column: number,
  offset: number,
  lengthBytes: number,
): AsyncGenerator<Buffer> {
  format.beginLong(sink, column);
  for (let done = 0; done < lengthBytes; ) {
    const bytes = await source.read(offset + done, Math.min(blockBytes, lengthBytes - done));
    const isLast = done + bytes.length === lengthBytes;
    const end = isLast ? bytes.length : utf8Boundary(bytes, bytes.length - 4);
    format.addPiece(sink, column, bytes.subarray(0, end));
    done += end;
    yield sink.take();
  }
  format.endLong(sink, column);
}
