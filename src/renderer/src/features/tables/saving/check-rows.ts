import type { Relation } from '../../../../../shared/contract/relations.ts';
import { requiredColumns } from '../../../../../shared/tables/check-value.ts';
import { stagedProblem } from '../staging/staged-problem.ts';
import type { StagedRow } from '../staging/staged-row.ts';
import type { RowProblem } from './row-problem.ts';

/** What the server would refuse for certain: nothing is sent while there is some. */
export function checkRows(
  relation: Pick<Relation, 'columns' | 'fillsNewRows'>,
  rows: Iterable<StagedRow>,
): RowProblem[] {
  const required = requiredColumns(relation);
  return [...rows].flatMap((row) => {
    if (row.kind === 'delete') return [];
    const missing =
      row.kind === 'insert' ? required.filter(({ name }) => !Object.hasOwn(row.values, name)) : [];
    return [
      ...missing.map(({ name }) => problemAt(row, name, { problem: 'required' })),
      ...relation.columns.flatMap((column) => {
        const problem = stagedProblem(relation, row, column);
        return problem === null ? [] : [problemAt(row, column.name, problem)];
      }),
    ];
  });
}

const problemAt = (
  about: StagedRow,
  column: string,
  problem: Extract<RowProblem['what'], { by: 'check' }>['problem'],
): RowProblem => ({ id: about.id, columns: [column], about, what: { by: 'check', problem } });
