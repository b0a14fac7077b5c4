import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { EditMove, EditStart, GridEditing } from './grid-editing.ts';
import { type GridCell, type GridSelection, type GridSize, selectCell } from './grid-selection.ts';
import { movedCell } from './moved-cell.ts';

interface EditSession {
  cell: GridCell;
  rowKey: string;
  start: EditStart;
}

interface GridEditingInput {
  editing?: GridEditing | undefined;
  size: GridSize;
  active: GridCell;
  /** Selects and scrolls there. */
  select: (selection: GridSelection) => void;
  focus: () => void;
  onOpen: (cell: GridCell) => void;
}

export interface EditedCell {
  cell: GridCell;
  rowKey: string;
  start: EditStart;
  close: (move: EditMove) => void;
}

export interface GridEditor {
  edited: EditedCell | null;
  /** Why the active cell cannot be changed, after a person tried. */
  refusal: string | null;
  begin: (cell: GridCell, start: EditStart) => void;
}

/** Which cell is being edited. Null: the grid is there to be read. */
export function useGridEditing(input: GridEditingInput): GridEditor | null {
  const { editing, size, active, select, focus, onOpen } = input;
  const [session, setSession] = useState<EditSession | null>(null);
  const [refused, setRefused] = useState<{ cell: GridCell; reason: string } | null>(null);
  if (editing === undefined) return null;

  const begin = (cell: GridCell, start: EditStart) => {
    if (cell.row >= size.rows || cell.column >= size.columns) return;
    const way = editing.wayOf(cell, start);
    select(selectCell(cell));
    if (way === 'here') {
      const next = { cell, rowKey: editing.rowKey(cell.row), start };
      // The keys that follow are for the editor already.
      flushSync(() => setSession(next));
    } else if (way === 'opened') onOpen(cell);
    else setRefused({ cell, reason: way.refused });
  };
  const close = (move: EditMove) => {
    setSession((now) => (now === session ? null : now));
    if (move === 'leave') return;
    focus();
    if (session !== null) select(selectCell(movedCell(session.cell, move, size)));
  };

  const isHere =
    session !== null && session.cell.row < size.rows && editing.rowKey(session.cell.row) === session.rowKey;
  const isRefused =
    refused !== null && refused.cell.row === active.row && refused.cell.column === active.column;
  return {
    edited: isHere ? { ...session, close } : null,
    refusal: isRefused ? refused.reason : null,
    begin,
  };
}
