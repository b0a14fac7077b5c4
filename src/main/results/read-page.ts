import type { Cell } from '../../shared/contract/results.ts';
import { ByteWindow } from './byte-window.ts';
import { findRow } from './find-row.ts';
import { rowFrame } from './row-frame.ts';
import type { RowSource } from './row-source.ts';
import { utf8Boundary } from './utf8-boundary.ts';

export interface ResultPage {
  from: number;
  rows: Cell[][];
}

const pageBytes = 4_000_000;
const wholeBytes = 10_000;
const startLength = 1000;
const bytesPerCharacter = 4;

/** What a page may still take: the last row of a page is whole, with shorter beginnings of its values if need be. */
interface Allowance {
  leftBytes: number;
}

/**
 * Rows `from`…, at most `count` and at most about 4 MB, but one at least if there is any. Values over 10 kB come as
 * their beginning.
 * @throws AppFailure `not-found` when the result was let go of.
 */
export async function readPage(
  source: RowSource,
  { from, count }: { from: number; count: number },
): Promise<ResultPage> {
  const rows: Cell[][] = [];
  const window = new ByteWindow(source);
  const allowance: Allowance = { leftBytes: pageBytes };
  let at = await findRow(source, window, from);
  if (at === null) return { from, rows };
  const end = Math.min(from + count, source.rowCount);
  for (let row = from; row < end && allowance.leftBytes > 0; row += 1) {
    const cells: Cell[] = [];
    at = await readRow(window, at, cells, allowance);
    rows.push(cells);
  }
  return { from, rows };
}

async function readRow(
  window: ByteWindow,
  start: number,
  cells: Cell[],
  allowance: Allowance,
): Promise<number> {
  if (!window.has(start, rowFrame.headerBytes)) await window.load(start, rowFrame.headerBytes);
  const fields = window.int16(start + 5);
  let at = start + rowFrame.headerBytes;
  allowance.leftBytes -= rowFrame.headerBytes;
  for (let field = 0; field < fields; field += 1) {
    if (!window.has(at, rowFrame.lengthBytes)) await window.load(at, rowFrame.lengthBytes);
    const lengthBytes = window.int32(at);
    at += rowFrame.lengthBytes;
    if (lengthBytes === rowFrame.nullLength) {
      cells.push(null);
      continue;
    }
    const isWhole = lengthBytes <= (allowance.leftBytes > 0 ? wholeBytes : startLength);
    const wantedBytes = isWhole ? lengthBytes : Math.min(lengthBytes, startLength * bytesPerCharacter);
    if (!window.has(at, wantedBytes)) await window.load(at, wantedBytes);
    const bytes = window.slice(at, wantedBytes);
    cells.push(isWhole ? bytes.toString('utf8') : { start: startOf(bytes), lengthBytes });
    allowance.leftBytes -= wantedBytes + rowFrame.lengthBytes;
    at += lengthBytes;
  }
  return at;
}

function startOf(bytes: Buffer): string {
  const text = bytes
    .toString('utf8', 0, utf8Boundary(bytes, bytes.length - bytesPerCharacter))
    .slice(0, startLength);
  const last = text.charCodeAt(text.length - 1);
  const isHalf = last >= 0xd800 && last < 0xdc00;
  return isHalf ? text.slice(0, -1) : text;
}
