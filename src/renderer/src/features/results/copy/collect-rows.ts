import type { GridRange } from '../../../components/data-grid/grid-selection.ts';
import type { CopiedRows } from './copied-rows.ts';
import type { CopySource } from './copy-source.ts';

/** More than this is for a file. */
export const mostCopiedRows = 10_000;
const mostCopiedBytes = 10_000_000;

const rowsAtOnce = 500;

/** Too much for the clipboard: the choice is to export it. */
export class TooMuchToCopy extends Error {
  override readonly name = 'TooMuchToCopy';
}

/** Counts what is collected. */
interface Collection {
  source: CopySource;
  signal: AbortSignal;
  bytes: number;
}

/**
 * The whole values of a rectangle of rows, long ones read to their end.
 * @throws TooMuchToCopy above 10,000 rows or about 10 MB.
 */
export async function collectRows(
  source: CopySource,
  range: GridRange,
  signal: AbortSignal,
): Promise<CopiedRows> {
  if (range.bottom - range.top >= mostCopiedRows) throw new TooMuchToCopy('rows');
  const collection: Collection = { source, signal, bytes: 0 };
  const rows: (string | null)[][] = [];
  while (range.top + rows.length <= range.bottom) {
    const from = range.top + rows.length;
    const page = await source.readRows(from, Math.min(rowsAtOnce, range.bottom - from + 1), signal);
    if (page.length === 0) break;
    for (const [offset, cells] of page.entries()) {
      const row: (string | null)[] = [];
      for (let column = range.left; column <= range.right; column += 1) {
        const cell = cells[column] ?? null;
        const isWhole = typeof cell === 'string' || cell === null;
        const value = isWhole ? cell : await wholeValue(collection, from + offset, column);
        count(collection, value?.length ?? 0);
        row.push(value);
      }
      rows.push(row);
    }
  }
  return { columns: source.columns.slice(range.left, range.right + 1), rows };
}

async function wholeValue(collection: Collection, row: number, column: number): Promise<string> {
  const pieces: string[] = [];
  let length = 0;
  for await (const piece of collection.source.readCell({ row, column }, collection.signal)) {
    length += piece.length;
    if (collection.bytes + length > mostCopiedBytes) throw new TooMuchToCopy('bytes');
    pieces.push(piece);
  }
  return pieces.join('');
}

function count(collection: Collection, bytes: number): void {
  collection.bytes += bytes;
  if (collection.bytes > mostCopiedBytes) throw new TooMuchToCopy('bytes');
}
