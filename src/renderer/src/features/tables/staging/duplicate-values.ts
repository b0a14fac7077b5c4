import type { Relation } from '../../../../../shared/contract/relations.ts';
import type { StagedValue } from '../../../../../shared/contract/row-changes.ts';
import { type EditedRow, isUnset } from './edited-rows.ts';

export interface CopiedValues {
  values: Record<string, StagedValue>;
  /** Columns of which only the beginning is at hand: they are to be read whole. */
  cut: string[];
}

/** What a copy of a row begins with. Key, identity and generated columns are left to their defaults. */
export function duplicateValues(
  { columns, identity }: Pick<Relation, 'columns' | 'identity'>,
  row: Pick<EditedRow, 'cells' | 'staged'>,
): CopiedValues {
  const values: Record<string, StagedValue> = {};
  const cut: string[] = [];
  for (const [index, column] of columns.entries()) {
    const isMade = column.generated !== null || column.identity !== null || !column.canInsert;
    if (isMade || identity?.columns.includes(column.name) === true) continue;
    if (isUnset(row.staged, column.name)) continue;
    const cell = row.cells[index] ?? null;
    if (typeof cell === 'object' && cell !== null) cut.push(column.name);
    else values[column.name] = cell;
  }
  return { values, cut };
}
