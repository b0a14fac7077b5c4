import type { KeyboardEvent } from 'react';
import type { ColumnLayout } from './column-layout.ts';
import type { EditStart, GridEditing } from './grid-editing.ts';
import { headPx, rowPx } from './grid-metrics.ts';
import {
  type GridCell,
  type GridSelection,
  type GridSize,
  moveSelection,
  rangeOf,
  selectAll,
  selectCell,
  selectColumns,
  selectRows,
} from './grid-selection.ts';
import { typedText } from './typed-text.ts';
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
  onSort?: ((column: number, additive: boolean) => void) | undefined;
  editing?: GridEditing | undefined;
  begin: ((cell: GridCell, start: EditStart) => void) | undefined;
  onKey?: ((event: KeyboardEvent) => boolean) | undefined;
}

const resizeStepPx = 20;

/** What the keyboard does in a grid. */
export function useGridKeys(input: GridKeysInput): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.target !== event.currentTarget) return;
    // What a dead key or an input method makes goes into the editor by itself.
    if (typedText(event) === '') input.begin?.(input.selection.active, { kind: 'compose' });
    else if (act(event, input) || input.onKey?.(event) === true) event.preventDefault();
  };
}

function act(event: KeyboardEvent, input: GridKeysInput): boolean {
  const typed = typedText(event);
  if (typed !== null && typed !== ' ') return type(typed, input);
  const ctrl = event.ctrlKey || event.metaKey;
  if (event.altKey) return !ctrl && actWithAlt(event, input);
  if (ctrl && actWithCtrl(event.key.toLowerCase(), input)) return true;
  const { selection, size, viewport } = input;
  switch (event.key) {
    case 'Enter':
      if (ctrl && input.editing === undefined) return false;
      return ctrl ? open(input) : edit(input);
    case 'F2':
      return input.editing !== undefined && edit(input);
    case 'F4':
      return input.editing !== undefined && open(input);
    case 'Backspace':
      return type('', input);
    case 'Escape':
      return giveUp(input);
    case ' ':
      return ctrl || event.shiftKey ? selectWhole(ctrl, input) : toggle(input);
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

/** Alt is for the column of the active cell: its width, its order, and NULL. */
function actWithAlt({ key, shiftKey }: KeyboardEvent, input: GridKeysInput): boolean {
  const { selection, onSort, editing } = input;
  if (key === 'ArrowUp' && onSort !== undefined) {
    onSort(selection.active.column, shiftKey);
    return true;
  }
  if (key === 'Delete' && editing !== undefined) {
    editing.onSetNull(rangeOf(selection));
    return true;
  }
  return resizeByKey(key, input);
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

/** Without an editor, looking at the whole value is all that can be done with a cell. */
function edit(input: GridKeysInput): boolean {
  if (input.begin === undefined) return open(input);
  input.begin(input.selection.active, { kind: 'keep' });
  return true;
}

function open({ onOpen, selection }: GridKeysInput): boolean {
  onOpen(selection.active);
  return true;
}

/** Begins to edit with a text in place of the value. */
function type(text: string, { begin, selection }: GridKeysInput): boolean {
  begin?.(selection.active, { kind: 'replace', text });
  return begin !== undefined;
}

function toggle(input: GridKeysInput): boolean {
  const { editing, size, selection } = input;
  if (editing === undefined || size.rows === 0) return false;
  return editing.onToggle(selection.active) || type(' ', input);
}

/** Escape gives up a larger selection first; without one it is for whatever is around the grid. */
function giveUp({ selection: { anchor, active }, onSelect, onEscape }: GridKeysInput): boolean {
  const many = anchor.row !== active.row || anchor.column !== active.column;
  if (many) onSelect(selectCell(active));
  else onEscape?.();
  return many || onEscape !== undefined;
}

/** The space bar takes whole rows with Shift, whole columns with Ctrl. */
function selectWhole(ctrl: boolean, { selection: { anchor, active }, size, onSelect }: GridKeysInput): true {
  if (size.rows > 0) {
    onSelect(
      ctrl ? selectColumns(anchor.column, active.column, size) : selectRows(anchor.row, active.row, size),
    );
  }
  return true;
}
