import type { TableRow } from '../../../../../shared/contract/table-rows.ts';
import { keyOf, rowAgain } from './rebase-saved.ts';
import { rowId } from './row-id.ts';
import { baseValue } from './stage-cells.ts';
import type { StagedRow } from './staged-row.ts';
import { takeStep } from './staged-steps.ts';
import type { StagedTable } from './staged-table.ts';

/** Of a row that is gone, `mine` inserts it again. */
export type ConflictChoice = 'mine' | 'theirs';

export interface DecidedConflict {
  id: string;
  /** As the row is now; null: it is gone. */
  current: TableRow | null;
  choice: ConflictChoice;
}

/**
 * Goes by what the person chose for rows that others changed. `Undo` brings back the state before, which the server
 * would find in conflict again: nothing is overwritten by it.
 */
export function resolveConflicts(table: StagedTable, decided: readonly DecidedConflict[]): StagedTable {
  const states = new Map<string, StagedRow | null>();
  for (const { id, current, choice } of decided) {
    const state = table.rows.get(id);
    if (state === undefined || state.kind === 'insert') continue;
    const next = choice === 'theirs' ? null : keepMine(table, state, current);
    if (next?.id !== id) states.set(id, null);
    if (next !== null) states.set(next.id, next);
  }
  return takeStep(table, states);
}

function keepMine(
  table: StagedTable,
  state: Exclude<StagedRow, { kind: 'insert' }>,
  current: TableRow | null,
): StagedRow | null {
  if (current === null) return rowAgain(table, state.id, state.base, state);
  const key = keyOf(table, current);
  if (key === null) return null;
  const found = { id: rowId(key), key, base: current };
  if (state.kind === 'delete') return { kind: 'delete', ...found };
  const values = Object.fromEntries(
    Object.entries(state.values).filter(
      ([column, value]) => value !== baseValue(table.columns, current, column),
    ),
  );
  return Object.keys(values).length === 0 ? null : { kind: 'update', ...found, values };
}
