import type { RelationColumn } from '../../../../../shared/contract/tables.ts';
import { checkValue } from '../../../../../shared/tables/check-value.ts';
import type { ValueProblem } from '../../../../../shared/tables/value-problem.ts';
import { stagedValue } from './edited-rows.ts';
import type { StagedRow } from './staged-row.ts';

/**
 * Checks the values that were given to cells, once for each state of their row: long ones take a while. What a new row
 * was not given yet is no problem here.
 */
export function valueChecks(): (staged: StagedRow, column: RelationColumn) => ValueProblem | null {
  const known = new WeakMap<StagedRow, Map<RelationColumn, ValueProblem | null>>();
  return (staged, column) => {
    const value = stagedValue(staged, column.name);
    if (value === undefined) return null;
    const ofRow = known.get(staged) ?? new Map<RelationColumn, ValueProblem | null>();
    known.set(staged, ofRow);
    const found = ofRow.get(column);
    if (found !== undefined) return found;
    const problem = checkValue(column, value);
    ofRow.set(column, problem);
    return problem;
  };
}
