import type { StagedRow } from './staged-row.ts';
import type { StagedTable } from './staged-table.ts';

interface KeptTable extends Omit<StagedTable, 'rows'> {
  rows: StagedRow[];
}

/** With more than this a table's steps are left out. */
const mostWithSteps = 1_000_000;

/** What is staged as a text that `stagedOf` reads. A large one goes without the steps that led to it. */
export function stagedText(table: StagedTable): string {
  const whole = JSON.stringify({ ...table, rows: [...table.rows.values()] });
  return whole.length <= mostWithSteps
    ? whole
    : JSON.stringify({ ...table, rows: [...table.rows.values()], undo: [], redo: [] });
}

/** Null: it is not such a text. */
export function stagedOf(text: string): StagedTable | null {
  try {
    const kept: KeptTable = JSON.parse(text);
    const lists = [kept.rows, kept.undo, kept.redo, kept.columns, kept.keyColumns, kept.madeColumns];
    return lists.every(Array.isArray)
      ? { ...kept, rows: new Map(kept.rows.map((row) => [row.id, row])) }
      : null;
  } catch {
    return null;
  }
}
