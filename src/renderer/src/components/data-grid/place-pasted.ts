import type { PastedCells } from './grid-editing.ts';
import type { GridCell, GridRange, GridSize } from './grid-selection.ts';

export interface PastedCell extends GridCell {
  text: string | null;
}

/**
 * Where each cell of a pasted block goes. A selection that holds the block a whole number of times is filled with it,
 * as one value fills any; else the block lies where the selection begins, without what is beyond the grid's edges.
 */
export function placePasted(cells: PastedCells, range: GridRange, size: GridSize): PastedCell[] {
  const height = cells.length;
  const width = Math.max(0, ...cells.map((row) => row.length));
  if (height === 0 || width === 0) return [];
  const fill = {
    rows: filled(range.bottom - range.top + 1, height),
    columns: filled(range.right - range.left + 1, width),
  };
  const placed: PastedCell[] = [];
  for (let row = 0; row < Math.min(fill.rows, size.rows - range.top); row += 1) {
    for (let column = 0; column < Math.min(fill.columns, size.columns - range.left); column += 1) {
      const text = cells[row % height]?.[column % width];
      if (text !== undefined) placed.push({ row: range.top + row, column: range.left + column, text });
    }
  }
  return placed;
}

const filled = (selected: number, block: number): number => (selected % block === 0 ? selected : block);
