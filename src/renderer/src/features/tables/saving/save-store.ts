import { create } from 'zustand';
import type { SqlError } from '../../../../../shared/contract/consoles.ts';
import type { SaveConflict, SideEffect } from '../../../../../shared/contract/row-changes.ts';
import type { WindowError } from '../../../api/call-failure.ts';
import type { RowProblem } from './row-problem.ts';

export type SaveKind = 'save' | 'undo';

/** How the last save, or the undoing of one, ended when it changed nothing or may have. */
export type SaveNotice =
  /** The server named no row that could be shown. */
  | { kind: 'refused'; what: SaveKind; error: SqlError }
  | { kind: 'failed'; what: SaveKind; error: WindowError }
  | { kind: 'cancelled'; what: SaveKind }
  | { kind: 'unknown'; what: SaveKind }
  /** Rows of the save that is to be undone were changed since, some of them in other tables, which it changed, too. */
  | { kind: 'undo-conflict'; rows: number; others: readonly string[] }
  | { kind: 'relation-changed'; lostColumns: readonly string[]; lostRows: number };

export interface SaveState {
  /** What is under way, by its name for `cancelSave`. */
  running: { what: SaveKind; call: string; cancelling: boolean } | null;
  /** Of cells and rows; those that were changed since are over (`standingProblems`). */
  problems: readonly RowProblem[];
  notice: SaveNotice | null;
  conflicts: readonly SaveConflict[];
  asked: { what: SaveKind; effects: readonly SideEffect[] } | null;
  /** The save that `Undo save` is for. */
  lastSaveId: string | null;
}

export const noSave: SaveState = {
  running: null,
  problems: [],
  notice: null,
  conflicts: [],
  asked: null,
  lastSaveId: null,
};

interface SaveStore {
  /** By place (`stagedKey`). */
  saves: Readonly<Record<string, SaveState>>;
  set: (key: string, change: Partial<SaveState>) => void;
}

/** Saves outlive the view that began them. */
export const useSaveStore = create<SaveStore>((set) => ({
  saves: {},
  set: (key, change) =>
    set(({ saves }) => ({ saves: { ...saves, [key]: { ...(saves[key] ?? noSave), ...change } } })),
}));
