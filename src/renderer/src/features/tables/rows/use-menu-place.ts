import { type MouseEvent, type RefObject, useState } from 'react';
import {
  type GridCell,
  type GridSelection,
  rangeOf,
  selectCell,
} from '../../../components/data-grid/grid-selection.ts';

export interface MenuPlace {
  /** Null: it is closed. */
  at: DOMRect | null;
  close: () => void;
  onContextMenu: (event: MouseEvent) => void;
  openAtActiveCell: () => void;
}

/** Where the menu of the active cell of the grid in `frame` opens. A click beside the selection goes there first. */
export function useMenuPlace(
  frame: RefObject<HTMLElement | null>,
  selection: GridSelection,
  onSelect: (selection: GridSelection) => void,
): MenuPlace {
  const [at, setAt] = useState<DOMRect | null>(null);
  return {
    at,
    close: () => setAt(null),
    onContextMenu: (event) => {
      const cell = cellOf(event.target);
      if (cell === null) return;
      event.preventDefault();
      if (!isSelected(cell, selection)) onSelect(selectCell(cell));
      setAt(new DOMRect(event.clientX, event.clientY));
    },
    openAtActiveCell: () => {
      const active = frame.current?.querySelector('[role=gridcell][id$="-active"]');
      if (active != null) setAt(active.getBoundingClientRect());
    },
  };
}

function cellOf(target: EventTarget): GridCell | null {
  const cell = target instanceof Element ? target.closest('[role=gridcell][aria-colindex]') : null;
  const line = cell?.closest('[role=row]')?.getAttribute('aria-rowindex') ?? null;
  // The head is row 1, and a cell that is being edited stands in none.
  if (cell === null || line === null || Number(line) < 2) return null;
  return { row: Number(line) - 2, column: Number(cell.getAttribute('aria-colindex')) - 1 };
}

function isSelected({ row, column }: GridCell, selection: GridSelection): boolean {
  const { top, bottom, left, right } = rangeOf(selection);
  return row >= top && row <= bottom && column >= left && column <= right;
}
