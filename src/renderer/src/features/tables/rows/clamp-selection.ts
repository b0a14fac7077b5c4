import type { GridCell, GridSelection, GridSize } from '../../../components/data-grid/grid-selection.ts';

/** The selection as far as there are rows and columns for it. */
export function clampSelection(
  { anchor, active }: GridSelection,
  { rows, columns }: GridSize,
): GridSelection {
  const clamp = ({ row, column }: GridCell): GridCell => ({
    row: Math.min(row, Math.max(0, rows - 1)),
    column: Math.min(column, Math.max(0, columns - 1)),
  });
  return { anchor: clamp(anchor), active: clamp(active) };
}
