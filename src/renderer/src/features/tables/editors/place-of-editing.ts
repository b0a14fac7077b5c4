import type { RelationColumn } from '../../../../../shared/contract/relations.ts';
import type { Cell } from '../../../../../shared/contract/results.ts';
import type { StagedValue } from '../../../../../shared/contract/row-changes.ts';
import type { EditStart } from '../../../components/data-grid/grid-editing.ts';

const longestInCell = 2_000;
const mostLinesInCell = 12;

/**
 * Where a value is edited: in its cell, or in the panel beside the grid, which has room for long ones. What is typed in
 * its stead is short at first, whatever it replaces.
 */
export function placeOfEditing(
  { valueType }: Pick<RelationColumn, 'valueType'>,
  value: Cell | StagedValue,
  start: EditStart = { kind: 'keep' },
): 'here' | 'opened' {
  if (start.kind === 'compose' || (start.kind === 'replace' && start.text !== '')) return 'here';
  if (valueType === 'json' || valueType === 'bytea') return 'opened';
  if (typeof value === 'string') {
    const isLong =
      value.length > longestInCell || value.split('\n', mostLinesInCell + 1).length > mostLinesInCell;
    return isLong ? 'opened' : 'here';
  }
  return value !== null && 'start' in value ? 'opened' : 'here';
}
