import type { StagedValue } from '../../../../../shared/contract/row-changes.ts';
import type { RowTarget } from './row-target.ts';
import type { StagedRow } from './staged-row.ts';
import { takeStep } from './staged-steps.ts';
import type { StagedTable } from './staged-table.ts';

type Values = Readonly<Record<string, StagedValue>>;

/** Adds new rows below all others, one for each set of values; columns that are not named take their default. */
export function stageNewRows(
  table: StagedTable,
  rows: readonly Values[],
): { table: StagedTable; ids: string[] } {
  const ids = rows.map((_, index) => `new ${table.nextNew + index}`);
  const states = new Map<string, StagedRow>();
  for (const [index, values] of rows.entries()) {
    const id = ids[index];
    if (id !== undefined) states.set(id, { kind: 'insert', id, values });
  }
  return { table: { ...takeStep(table, states), nextNew: table.nextNew + rows.length }, ids };
}

/**
 * Marks rows to be deleted; where all of them are marked already, they are kept after all. A new row just goes. Values
 * that were edited in a row come back with `Undo`.
 */
export function stageDelete(table: StagedTable, targets: readonly RowTarget[]): StagedTable {
  const states = new Map<string, StagedRow | null>();
  const restore = targets.every(({ id }) => table.rows.get(id)?.kind === 'delete');
  for (const target of targets) {
    const state = table.rows.get(target.id);
    if (restore || state?.kind === 'insert' || target.kind === 'new') states.set(target.id, null);
    else if (state?.kind !== 'delete') {
      const { id, key } = target;
      states.set(id, { kind: 'delete', id, key, base: state?.base ?? target.base });
    }
  }
  return takeStep(table, states);
}
