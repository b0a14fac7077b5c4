import { AppFailure } from '../lib/app-failure.ts';
import { ByteWindow } from './byte-window.ts';
import { type CellMatcher, createCellMatcher } from './cell-matcher.ts';
import type { CellPlace } from './read-cell.ts';
import { rowFrame } from './row-frame.ts';
import type { RowSpan } from './row-index.ts';
import type { RowSource } from './row-source.ts';
import { utf8Boundary } from './utf8-boundary.ts';

export interface FindRequest extends CellPlace {
  text: string;
  backwards: boolean;
}

/** Cells by their number, row by row: from `first` to before `end`. */
interface CellRange {
  first: number;
  end: number;
}

interface Search {
  source: RowSource;
  window: ByteWindow;
  matcher: CellMatcher;
  signal: AbortSignal | undefined;
}

/** Spans up to this are looked through as one text first. */
const textBytes = 1024 * 1024;
const pieceBytes = 1024 * 1024;

/**
 * The next cell whose text contains `text`, the given cell included, onwards or backwards, around the end. Rows that
 * arrive after the call do not take part. Null: there is none.
 * @throws AppFailure `cancelled` when the signal aborts, `not-found` when the result was let go of.
 */
export async function findInResult(
  source: RowSource,
  { text, row, column, backwards }: FindRequest,
  signal?: AbortSignal,
): Promise<CellPlace | null> {
  const columns = source.columns.length;
  const end = source.rowCount * columns;
  if (end === 0) return null;
  const start = Math.min(row * columns + Math.min(column, columns - 1), backwards ? end - 1 : end);
  const search = { source, window: new ByteWindow(source), matcher: createCellMatcher(text), signal };
  const ranges = backwards
    ? [
        { first: 0, end: start + 1 },
        { first: start + 1, end },
      ]
    : [
        { first: start, end },
        { first: 0, end: start },
      ];
  for (const range of ranges) {
    const cell = await findInRange(search, range, backwards);
    if (cell !== null) return { row: Math.floor(cell / columns), column: cell % columns };
  }
  return null;
}

async function findInRange(search: Search, range: CellRange, backwards: boolean): Promise<number | null> {
  const { source, signal } = search;
  const columns = source.columns.length;
  if (range.first >= range.end) return null;
  const firstPosition = source.positionOf(Math.floor(range.first / columns)) ?? 0;
  const lastPosition = source.positionOf(Math.floor((range.end - 1) / columns)) ?? -1;
  for (let done = 0; done <= lastPosition - firstPosition; done += 1) {
    if (signal?.aborted === true) throw new AppFailure({ code: 'cancelled' }, { cause: signal.reason });
    const span = source.span(backwards ? lastPosition - done : firstPosition + done);
    if (span === null || !(await mayMatch(search, span))) continue;
    const cell = await findInSpan(search, span, range, backwards);
    if (cell !== null) return cell;
  }
  return null;
}

/** Whether the text is anywhere between frames: whole characters are recognised among lengths and counts, too. */
async function mayMatch({ window, matcher }: Search, { offset, endOffset }: RowSpan): Promise<boolean> {
  const lengthBytes = endOffset - offset;
  if (lengthBytes > textBytes) return true;
  await window.load(offset, lengthBytes);
  return matcher.matches(window.slice(offset, lengthBytes).toString('utf8'));
}

async function findInSpan(
  search: Search,
  span: RowSpan,
  range: CellRange,
  backwards: boolean,
): Promise<number | null> {
  const { window, source } = search;
  let found: number | null = null;
  let cell = span.firstRow * source.columns.length;
  for (let at = span.offset; at < span.endOffset && cell < range.end; ) {
    at += rowFrame.headerBytes;
    for (const rowEnd = cell + source.columns.length; cell < rowEnd; cell += 1) {
      if (!window.has(at, rowFrame.lengthBytes)) await window.load(at, rowFrame.lengthBytes);
      const lengthBytes = window.int32(at);
      at += rowFrame.lengthBytes;
      if (lengthBytes === rowFrame.nullLength) continue;
      const isInRange = cell >= range.first && cell < range.end;
      if (isInRange && (await valueMatches(search, at, lengthBytes))) {
        if (!backwards) return cell;
        found = cell;
      }
      at += lengthBytes;
    }
  }
  return found;
}

/** Long values are looked through in pieces that overlap by what a match may take. */
async function valueMatches(search: Search, offset: number, lengthBytes: number): Promise<boolean> {
  const { window, matcher, source, signal } = search;
  if (window.has(offset, lengthBytes))
    return matcher.matches(window.slice(offset, lengthBytes).toString('utf8'));
  for (let done = 0; done < lengthBytes; ) {
    if (signal?.aborted === true) throw new AppFailure({ code: 'cancelled' }, { cause: signal.reason });
    const piece = await source.read(offset + done, Math.min(lengthBytes - done, pieceBytes));
    if (matcher.matches(piece.toString('utf8'))) return true;
    if (done + piece.length === lengthBytes) return false;
    done += utf8Boundary(piece, piece.length - matcher.longestBytes);
  }
  return false;
}
