import type { SqlError } from '../../../../../shared/contract/consoles.ts';
import type { ValueProblem } from '../../../../../shared/tables/value-problem.ts';
import { stagedValue } from '../staging/edited-rows.ts';
import { isDefault } from '../staging/stage-cells.ts';
import type { StagedRow } from '../staging/staged-row.ts';
import type { StagedTable } from '../staging/staged-table.ts';

/** Why a row could not be saved. */
export interface RowProblem {
  id: string;
  /** Cells it is about; none: the row as a whole. */
  columns: readonly string[];
  /** The row as it was when it was checked. */
  about: StagedRow;
  what: { by: 'check'; problem: ValueProblem } | { by: 'server'; error: SqlError };
}

/** Problems of rows that were not changed since in the cells they are about. */
export const standingProblems = (problems: readonly RowProblem[], table: StagedTable): RowProblem[] =>
  problems.filter(({ id, columns, about }) => {
    const now = table.rows.get(id);
    if (now === undefined || now.kind !== about.kind) return false;
    return columns.length === 0
      ? now === about
      : columns.every((column) => isSame(stagedValue(now, column), stagedValue(about, column)));
  });

type Value = ReturnType<typeof stagedValue>;

const isSame = (one: Value, other: Value): boolean =>
  one === other || (one !== undefined && other !== undefined && isDefault(one) && isDefault(other));
