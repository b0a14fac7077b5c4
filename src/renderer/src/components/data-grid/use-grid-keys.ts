import type { KeyboardEvent } from 'react';
import type { ColumnLayout } from './column-layout.ts';
import { headPx, rowPx } from './grid-metrics.ts';
import {
  type GridCell,
  type GridSelection,
  type GridSize,
  moveSelection,
  selectAll,
  selectCell,
  selectColumns,
  selectRows,
} from './grid-selection.ts';
import type { VirtualViewport } from './virtual-viewport.ts';

interface GridKeysInput {
  selection: GridSelection;
  size: GridSize;
  viewport: VirtualViewport;
  layout: ColumnLayout | null;
  /** Selects and scrolls there. */
  select: (selection: GridSelection) => void;
  /** Selects only. */
  onSelect: (selection: GridSelection) => void;
  onOpen: (cell: GridCell) => void;
  onEscape?: (() => void) | undefined;
  onCopy: () => void;
  onFind: () => void;
  resize: (column: number, widthPx: number) => void;
  refit: (column: number, aroundRow: number) => void;
}

const resizeStepPx = 20;

/** What the keyboard does in a grid. */
export function useGridKeys(input: GridKeysInput): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.target === event.currentTarget && act(event, input)) event.preventDefault();
  };
}

function act(event: KeyboardEvent, input: GridKeysInput): boolean {
  const ctrl = event.ctrlKey || event.metaKey;
  if (event.altKey) return !ctrl && resizeByKey(event.key, input);
  if (ctrl && actWithCtrl(event.key.toLowerCase(), input)) return true;
  const { selection, size, viewport } = input;
  if (event.key === 'Enter' && !ctrl) {
    input.onOpen(selection.active);
    return true;
  }
  if (event.key === 'Escape') return giveUp(input);
  if (event.key === ' ' && (ctrl || event.shiftKey)) {
    selectWhole(ctrl, input);
    return true;
  }
  const pageRows = Math.max(1, Math.floor((viewport.state().heightPx - headPx) / rowPx) - 1);
  const moved = moveSelection(selection, { key: event.key, ctrl, shift: event.shiftKey }, size, pageRows);
  if (moved !== null) input.select(moved);
  return moved !== null;
}

function actWithCtrl(key: string, { size, onSelect, onCopy, onFind }: GridKeysInput): boolean {
  switch (key) {
    case 'a':
      if (size.rows > 0) onSelect(selectAll(size));
      return true;
    case 'c':
      onCopy();
      return true;
    case 'f':
      onFind();
      return true;
    default:
      return false;
  }
}

/** Alt and an arrow: narrower, wider, or as wide as the values. */
function resizeByKey(key: string, { selection, layout, resize, refit }: GridKeysInput): boolean {
  const { row, column } = selection.active;
  const widthPx = layout?.widths[column];
  if (widthPx === undefined) return false;
  switch (key) {
    case 'ArrowLeft':
      resize(column, widthPx - resizeStepPx);
      return true;
    case 'ArrowRight':
      resize(column, widthPx + resizeStepPx);
      return true;
    case 'ArrowDown':
      refit(column, row);
      return true;
    default:
      return false;
  }
}

/** Escape gives up a larger selection first; without one it is for whatever is around the grid. */
function giveUp({ selection: { anchor, active }, onSelect, onEscape }: GridKeysInput): boolean {
  const many = anchor.row !== active.row || anchor.column !== active.column;
  if (many) onSelect(selectCell(active));
  else onEscape?.();
  return many || onEscape !== undefined;
}

/** The space bar takes whole rows with Shift, whole columns with Ctrl. */
function selectWhole(ctrl: boolean, { selection: { anchor, active }, size, onSelect }: GridKeysInput): void {
  if (size.rows === 0) return;
  onSelect(
    ctrl ? selectColumns(anchor.column, active.column, size) : selectRows(anchor.row, active.row, size),
  );
}
