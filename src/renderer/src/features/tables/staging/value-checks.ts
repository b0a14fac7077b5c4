import type { Relation, RelationColumn } from '../../../../../shared/contract/relations.ts';
import type { ValueProblem } from '../../../../../shared/tables/value-problem.ts';
import { stagedProblem } from './staged-problem.ts';
import type { StagedRow } from './staged-row.ts';

type CheckValue = (
  relation: Pick<Relation, 'fillsNewRows'>,
  staged: StagedRow,
  column: RelationColumn,
) => ValueProblem | null;

/** {@link stagedProblem}, looked for once in each state of a row: long values take a while. */
export function valueChecks(): CheckValue {
  const known = new WeakMap<StagedRow, Map<RelationColumn, ValueProblem | null>>();
  return (relation, staged, column) => {
    const ofRow = known.get(staged) ?? new Map<RelationColumn, ValueProblem | null>();
    known.set(staged, ofRow);
    const found = ofRow.get(column);
    if (found !== undefined) return found;
    const problem = stagedProblem(relation, staged, column);
    ofRow.set(column, problem);
    return problem;
  };
}
