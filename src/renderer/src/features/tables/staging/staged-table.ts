import type { StagedRow } from './staged-row.ts';

/** What one step made of one row; null: nothing is staged for it. */
export interface RowTransition {
  id: string;
  before: StagedRow | null;
  after: StagedRow | null;
}

/** What is undone at once: one cell, one paste, one discard of everything. */
export interface StagedStep {
  /** Counts up in a table, so that a step is known to be older or younger than a save. */
  number: number;
  transitions: readonly RowTransition[];
}

/** What is staged for one relation, and how it came to be. Never changed in place. */
export interface StagedTable {
  /** By id, in the order they were first touched. */
  rows: ReadonlyMap<string, StagedRow>;
  /** The last step is the next to be undone, or to be done again. */
  undo: readonly StagedStep[];
  redo: readonly StagedStep[];
  nextStep: number;
  /** The next new row is "new N". */
  nextNew: number;
  /** Names of the columns that cells of a base belong to, by position, and of those that find a row. */
  columns: readonly string[];
  keyColumns: readonly string[];
  /** Columns that nobody gives a value in a new row: the server makes it. */
  madeColumns: readonly string[];
}

/** The columns that staged rows are about. */
export type StagedColumns = Pick<StagedTable, 'columns' | 'keyColumns' | 'madeColumns'>;

export const emptyStagedTable = (columns: StagedColumns): StagedTable => ({
  rows: new Map(),
  undo: [],
  redo: [],
  nextStep: 1,
  nextNew: 1,
  ...columns,
});

/** Null for a table in which nothing is staged and nothing can be undone: it need not be kept. */
export const keptTable = (table: StagedTable): StagedTable | null =>
  table.rows.size + table.undo.length + table.redo.length === 0 ? null : table;
