import type { Cell } from '../../../../../shared/contract/results.ts';
import type { RelationColumn, StagedValue } from '../../../../../shared/contract/tables.ts';

const longestInCell = 2_000;
const mostLinesInCell = 12;

/** Where a value is edited: in its cell, or in the panel beside the grid, which has room for long ones. */
export function placeOfEditing(
  { valueType }: Pick<RelationColumn, 'valueType'>,
  value: Cell | StagedValue,
): 'here' | 'opened' {
  if (valueType === 'json' || valueType === 'bytea') return 'opened';
  if (typeof value === 'string') {
    const isLong =
      value.length > longestInCell || value.split('\n', mostLinesInCell + 1).length > mostLinesInCell;
    return isLong ? 'opened' : 'here';
  }
  return value !== null && 'start' in value ? 'opened' : 'here';
}
