import type { Relation, RelationColumn } from '../../../../../shared/contract/relations.ts';
import { checkValue } from '../../../../../shared/tables/check-value.ts';
import type { ValueProblem } from '../../../../../shared/tables/value-problem.ts';
import { stagedValue } from './edited-rows.ts';
import type { StagedRow } from './staged-row.ts';

/** What is certainly wrong with a value that was given to a cell. What a new row was not given yet is no problem here. */
export function stagedProblem(
  { fillsNewRows }: Pick<Relation, 'fillsNewRows'>,
  staged: StagedRow,
  column: RelationColumn,
): ValueProblem | null {
  const value = stagedValue(staged, column.name);
  if (value === undefined) return null;
  const mayBeFilled = value === null && staged.kind === 'insert' && fillsNewRows;
  return mayBeFilled ? null : checkValue(column, value);
}
