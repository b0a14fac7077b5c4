import type { SaveConflict } from '../../../../../shared/contract/row-changes.ts';
import { resolveConflicts } from '../staging/resolve-conflict.ts';
import type { StagedTable } from '../staging/staged-table.ts';

/**
 * Others did the same: rows that are as they were to become, or are gone as they were to be, are no longer staged. What
 * is left is for the person to decide.
 */
export function settleAgreed(
  table: StagedTable,
  conflicts: readonly SaveConflict[],
): { table: StagedTable; open: SaveConflict[] } {
  const open: SaveConflict[] = [];
  const agreed: SaveConflict[] = [];
  for (const conflict of conflicts) (isAgreed(table, conflict) ? agreed : open).push(conflict);
  const decided = agreed.map(({ row, current }) => ({ id: row, current, choice: 'theirs' as const }));
  return { table: resolveConflicts(table, decided), open };
}

function isAgreed(table: StagedTable, { row, current }: SaveConflict): boolean {
  const staged = table.rows.get(row);
  if (staged === undefined) return true;
  if (staged.kind === 'delete') return current === null;
  if (staged.kind === 'insert' || current === null) return false;
  return Object.entries(staged.values).every(
    ([column, value]) => current.cells[table.columns.indexOf(column)] === value,
  );
}
