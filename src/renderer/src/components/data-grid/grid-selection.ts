export interface GridCell {
  row: number;
  column: number;
}

/** A rectangle of cells from where it was begun to the active cell. */
export interface GridSelection {
  anchor: GridCell;
  active: GridCell;
}

/** Both ends belong to it. */
export interface GridRange {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export interface GridSize {
  rows: number;
  columns: number;
}

export const selectCell = (cell: GridCell): GridSelection => ({ anchor: cell, active: cell });

export function rangeOf({ anchor, active }: GridSelection): GridRange {
  return {
    top: Math.min(anchor.row, active.row),
    bottom: Math.max(anchor.row, active.row),
    left: Math.min(anchor.column, active.column),
    right: Math.max(anchor.column, active.column),
  };
}

/** All cells; the first one is the active one. */
export const selectAll = ({ rows, columns }: GridSize): GridSelection => ({
  anchor: { row: rows - 1, column: columns - 1 },
  active: { row: 0, column: 0 },
});

export const selectRows = (from: number, to: number, { columns }: GridSize): GridSelection => ({
  anchor: { row: from, column: columns - 1 },
  active: { row: to, column: 0 },
});

export const selectColumns = (from: number, to: number, { rows }: GridSize): GridSelection => ({
  anchor: { row: rows - 1, column: from },
  active: { row: 0, column: to },
});

export interface MoveKey {
  key: string;
  /** Ctrl or Cmd. */
  ctrl: boolean;
  shift: boolean;
}

/** What a key makes of the selection; null for a key that does not move. `pageRows`: what PageUp and PageDown skip. */
export function moveSelection(
  { anchor, active }: GridSelection,
  { key, ctrl, shift }: MoveKey,
  size: GridSize,
  pageRows: number,
): GridSelection | null {
  const moved = moveCell(active, key, ctrl, size, pageRows);
  if (moved === null || size.rows === 0 || size.columns === 0) return null;
  const cell = {
    row: Math.min(Math.max(0, moved.row), size.rows - 1),
    column: Math.min(Math.max(0, moved.column), size.columns - 1),
  };
  return { anchor: shift ? anchor : cell, active: cell };
}

function moveCell(
  { row, column }: GridCell,
  key: string,
  ctrl: boolean,
  { rows, columns }: GridSize,
  pageRows: number,
): GridCell | null {
  switch (key) {
    case 'ArrowUp':
      return { row: ctrl ? 0 : row - 1, column };
    case 'ArrowDown':
      return { row: ctrl ? rows - 1 : row + 1, column };
    case 'ArrowLeft':
      return { row, column: ctrl ? 0 : column - 1 };
    case 'ArrowRight':
      return { row, column: ctrl ? columns - 1 : column + 1 };
    case 'PageUp':
      return { row: row - pageRows, column };
    case 'PageDown':
      return { row: row + pageRows, column };
    case 'Home':
      return { row: ctrl ? 0 : row, column: 0 };
    case 'End':
      return { row: ctrl ? rows - 1 : row, column: columns - 1 };
    default:
      return null;
  }
}
