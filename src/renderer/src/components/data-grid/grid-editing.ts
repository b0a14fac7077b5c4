import type { ReactNode } from 'react';
import type { GridCell, GridRange } from './grid-selection.ts';

/**
 * What an editor begins with: the value as it is, a text that was typed in its stead, or nothing yet, as a dead key or
 * an input method makes the text: the value stays when they make none.
 */
export type EditStart = { kind: 'keep' } | { kind: 'replace'; text: string } | { kind: 'compose' };

/** Where the active cell goes when editing ends. `leave`: the focus is elsewhere already and stays there. */
export type EditMove = 'stay' | 'down' | 'right' | 'left' | 'leave';

/** `here`: by the editor in the cell's place. `opened`: what `onOpen` opens edits it. Else why it cannot be changed. */
export type EditWay = 'here' | 'opened' | { refused: string };

export interface EditorPlace {
  cell: GridCell;
  widthPx: number;
  /** How far it may grow to stay in sight. */
  mostWidthPx: number;
  mostHeightPx: number;
  start: EditStart;
  /** Ends editing, once the owner has taken the value or the person gave it up. */
  close: (move: EditMove) => void;
}

/** A block of cells from the clipboard; null where there was nothing, which is not an empty text in quotes. */
export type PastedCells = readonly (readonly (string | null)[])[];

/** What makes the cells of a grid editable. Give the same functions as long as they answer the same. */
export interface GridEditing {
  /**
   * Names the row at an index, which may come to stand at another one. When another row takes the place of one that is
   * being edited, its editor leaves the document: it must give what was typed to its owner then.
   */
  rowKey: (row: number) => string;
  /** `start`: what a person wants to begin with; without it, how the cell is edited as it is. */
  wayOf: (cell: GridCell, start?: EditStart) => EditWay;
  /**
   * The control in a cell's place; it takes the focus when it comes. What stands around it tells by `data-grows` (`down`,
   * `up`) and `data-side` (`right`, `left`) where there is room. Look the row up now, not when the value comes: other
   * rows may stand at its index then.
   */
  renderEditor: (place: EditorPlace) => ReactNode;
  /** The space bar, or a click on a boolean's mark. False: there is nothing to toggle, the key types. */
  onToggle: (cell: GridCell) => boolean;
  /** Alt+Delete. */
  onSetNull: (range: GridRange) => void;
  /** Ctrl+V or Cmd+V; see `placePasted` for where each cell goes. */
  onPaste: (cells: PastedCells, range: GridRange) => void;
}
