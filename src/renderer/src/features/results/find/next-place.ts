import type { CellPlace } from '../../../api/results.ts';

interface Size {
  rows: number;
  columns: number;
}

/** The cell after (or before) one, row by row, around the ends: where the next search begins. */
export function nextPlace(
  { row, column }: CellPlace,
  backwards: boolean,
  { rows, columns }: Size,
): CellPlace {
  const count = rows * columns;
  const cell = (row * columns + column + (backwards ? count - 1 : 1)) % count;
  return { row: Math.floor(cell / columns), column: cell % columns };
}
