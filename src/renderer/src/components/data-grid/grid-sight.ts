import { type ColumnLayout, columnAt } from './column-layout.ts';
import { headPx, rowPx } from './grid-metrics.ts';
import type { ViewportState } from './virtual-viewport.ts';

export interface GridSight {
  firstRow: number;
  lastRow: number;
  firstColumn: number;
  lastColumn: number;
}

/** Rows and columns that are in sight, partly included; `lastRow` below `firstRow`: none. */
export function gridSight(
  { topPx, leftPx, widthPx, heightPx }: ViewportState,
  layout: ColumnLayout,
  rowCount: number,
  gutterPx: number,
): GridSight {
  const bodyPx = Math.max(0, heightPx - headPx);
  return {
    firstRow: Math.floor(topPx / rowPx),
    lastRow: Math.min(rowCount - 1, Math.floor((topPx + bodyPx) / rowPx)),
    firstColumn: columnAt(layout, leftPx),
    lastColumn: columnAt(layout, leftPx + Math.max(0, widthPx - gutterPx)),
  };
}

export function isInSight(
  { row, column }: { row: number; column: number },
  { firstRow, lastRow, firstColumn, lastColumn }: GridSight,
): boolean {
  return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
}

/** Where to scroll so that a cell is in sight: as little as needed, or with what is around it when it is far away. */
export function scrollToCell(
  cell: { row: number; column: number },
  { topPx, leftPx, widthPx, heightPx }: ViewportState,
  layout: ColumnLayout,
  gutterPx: number,
): { topPx: number; leftPx: number } {
  const top = cell.row * rowPx;
  const viewPx = heightPx - headPx;
  const isFar = top < topPx - viewPx || top > topPx + 2 * viewPx;
  const left = layout.starts[cell.column] ?? 0;
  return {
    topPx: isFar ? top - viewPx / 2 : nearest(topPx, viewPx, top, top + rowPx),
    leftPx: nearest(leftPx, widthPx - gutterPx, left, left + (layout.widths[cell.column] ?? 0)),
  };
}

/** What does not fit is shown from its beginning. */
function nearest(at: number, viewPx: number, from: number, to: number): number {
  if (from < at || to - from > viewPx) return from;
  return to > at + viewPx ? to - viewPx : at;
}
