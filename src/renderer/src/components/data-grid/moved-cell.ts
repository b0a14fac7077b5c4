import type { EditMove } from './grid-editing.ts';
import type { GridCell, GridSize } from './grid-selection.ts';

/** The cell that follows an edited one: to the sides it goes on in the next row, and stays at the grid's ends. */
export function movedCell({ row, column }: GridCell, move: EditMove, { rows, columns }: GridSize): GridCell {
  const last = { row: rows - 1, column: columns - 1 };
  switch (move) {
    case 'stay':
    case 'leave':
      return { row, column };
    case 'down':
      return { row: Math.min(row + 1, last.row), column };
    case 'right':
      if (column < last.column) return { row, column: column + 1 };
      return row < last.row ? { row: row + 1, column: 0 } : { row, column };
    case 'left':
      if (column > 0) return { row, column: column - 1 };
      return row > 0 ? { row: row - 1, column: last.column } : { row, column };
  }
}
