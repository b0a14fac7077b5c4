import type { TableRow } from '../../../../../shared/contract/table-rows.ts';
import { baseValue } from './stage-cells.ts';
import type { StagedRow } from './staged-row.ts';
import type { StagedTable } from './staged-table.ts';

/** Takes rows as they are now for what was read: of a person's own doing, where nobody else's is overwritten. */
export function rebaseBases(table: StagedTable, now: ReadonlyMap<string, TableRow>): StagedTable {
  const rebase = (row: StagedRow | null): StagedRow | null => {
    const base = row === null ? undefined : now.get(row.id);
    if (row === null || row.kind === 'insert' || base === undefined) return row;
    if (row.kind === 'delete') return { ...row, base };
    const values = Object.entries(row.values).filter(
      ([column, value]) => value !== baseValue(table.columns, base, column),
    );
    return values.length === 0 ? null : { ...row, base, values: Object.fromEntries(values) };
  };
  const inSteps = (steps: StagedTable['undo']) =>
    steps.map((step) => ({
      ...step,
      transitions: step.transitions.map(({ id, before, after }) => ({
        id,
        before: rebase(before),
        after: rebase(after),
      })),
    }));
  const rows = new Map<string, StagedRow>();
  for (const row of table.rows.values()) {
    const next = rebase(row);
    if (next !== null) rows.set(next.id, next);
  }
  return { ...table, rows, undo: inSteps(table.undo), redo: inSteps(table.redo) };
}
