import type { Cell, ResultColumn } from '../../../../../shared/contract/results.ts';
import type { CellPlace } from '../../../api/results.ts';

/** Where rows are copied from. */
export interface CopySource {
  columns: readonly ResultColumn[];
  /** Rows from `from` on: at least one, fewer than `count` where they are large; none beyond the last. */
  readRows: (from: number, count: number, signal: AbortSignal) => Promise<readonly (readonly Cell[])[]>;
  /** The pieces of a long value. */
  readCell: (place: CellPlace, signal: AbortSignal) => AsyncIterable<string>;
}
