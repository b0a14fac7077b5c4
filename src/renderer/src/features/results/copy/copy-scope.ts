import type { GridRange } from '../../../components/data-grid/grid-selection.ts';

export interface CopyScope {
  range: GridRange;
  /** All there is, not a selection of it. */
  all: boolean;
  rows: number;
}

/** What is copied: the selection when it is more than the active cell, else all there is. */
export function copyScope(
  { rowCount, columns }: { rowCount: number; columns: readonly unknown[] },
  selected: GridRange,
): CopyScope {
  const isOne = selected.top === selected.bottom && selected.left === selected.right;
  const range = isOne ? { top: 0, bottom: rowCount - 1, left: 0, right: columns.length - 1 } : selected;
  return { range, all: isOne, rows: range.bottom - range.top + 1 };
}
