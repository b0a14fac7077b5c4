import type { RelationColumn } from '../../../../shared/contract/relations.ts';
import type { RowChange, StagedValue } from '../../../../shared/contract/row-changes.ts';
import type { ServerError } from '../../../postgres/console-connection.ts';
import type { RelationFacts } from '../../relations/relation-facts.ts';
import { notWritableError } from '../problems/own-errors.ts';

export interface RefusedCell {
  row: string;
  column: string;
  error: ServerError;
}

/** Cells that no statement may write: their columns are generated, are not there or are not the role's to write. */
export function checkValues({ relation }: RelationFacts, changes: readonly RowChange[]): RefusedCell[] {
  const columns = new Map(relation.columns.map((column) => [column.name, column]));
  const refused: RefusedCell[] = [];
  for (const change of changes) {
    if (change.kind === 'delete') continue;
    for (const [name, value] of Object.entries(change.values)) {
      const error = refusalOf(columns.get(name), name, value, change.kind);
      if (error !== null) refused.push({ row: change.row, column: name, error });
    }
  }
  return refused;
}

function refusalOf(
  column: RelationColumn | undefined,
  name: string,
  value: StagedValue,
  kind: 'insert' | 'update',
): ServerError | null {
  if (column === undefined) return notWritableError('42703', `column "${name}" does not exist`, name);
  const isDefault = value !== null && typeof value === 'object';
  // A new row does not name it; given a value, it is overridden.
  if (kind === 'insert' && (isDefault || column.identity === 'always')) return null;
  if (kind === 'insert' ? column.canInsert : column.canUpdate) return null;
  if (column.generated === null && column.identity !== 'always') {
    return notWritableError('42501', `permission denied for column "${name}"`, name);
  }
  if (isDefault) return null;
  const reason = kind === 'insert' ? 'cannot insert a value into it' : 'it can only be updated to DEFAULT';
  return notWritableError('428C9', `column "${name}" is generated: ${reason}`, name);
}
