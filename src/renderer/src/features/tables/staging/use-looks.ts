import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Relation, RelationColumn } from '../../../../../shared/contract/relations.ts';
import type { CellLook, RowLook } from '../../../components/data-grid/grid-looks.ts';
import type { RowProblem } from '../saving/row-problem.ts';
import { type EditedRow, isUnset, stagedValue } from './edited-rows.ts';
import { newRowName } from './new-row-name.ts';
import type { StagedRow } from './staged-row.ts';
import { valueChecks } from './value-checks.ts';

export interface GridLooks {
  cellLook: (row: number, column: number) => CellLook | undefined;
  rowLook: (row: number) => RowLook;
}

/**
 * How staged rows stand out in the grid, with what is wrong with them: what saving found, and values that cannot be
 * saved as soon as they are there. `firstRow`: its number, from 1.
 */
export function useLooks(
  relation: Relation,
  rows: readonly EditedRow[],
  problems: readonly RowProblem[],
  problemText: (problem: RowProblem) => string,
  firstRow: number,
): GridLooks {
  const t = useTranslations('tableEdit');
  const [checked] = useState(valueChecks);
  const { columns } = relation;
  return useMemo(() => {
    const inserts = rows.flatMap(({ staged }) => (staged?.kind === 'insert' ? [staged.id] : []));
    const atCell = new Map<string, string>();
    const atRow = new Map<string, string>();
    for (const problem of problems) {
      const text = problemText(problem);
      if (problem.columns.length === 0) atRow.set(problem.id, text);
      for (const column of problem.columns) atCell.set(JSON.stringify([problem.id, column]), text);
    }
    const wrong = (about: StagedRow | null, column: RelationColumn): string | undefined => {
      const problem = about === null ? null : checked(relation, about, column);
      if (about === null || problem === null) return undefined;
      return problemText({ id: about.id, columns: [column.name], about, what: { by: 'check', problem } });
    };
    return {
      cellLook: (index, at) => {
        const row = rows[index];
        const column = columns[at];
        if (row === undefined || column === undefined) return undefined;
        const problem = atCell.get(JSON.stringify([row.id, column.name])) ?? wrong(row.staged, column);
        const unset = isUnset(row.staged, column.name) ? unsetText(column, t('new')) : undefined;
        const isEdited = stagedValue(row.staged, column.name) !== undefined;
        if (problem === undefined && unset === undefined && !isEdited) return undefined;
        return { isEdited: isEdited && row.staged?.kind === 'update', problem, placeholder: unset };
      },
      rowLook: (index) => {
        const row = rows[index];
        const kind = row?.staged?.kind;
        return {
          label:
            row?.staged?.kind === 'insert'
              ? newRowName(row.staged.id, t('new'), inserts)
              : String(firstRow + index),
          heading: false,
          tone: kind === 'insert' ? 'new' : kind === 'delete' ? 'deleted' : undefined,
          problem: row === undefined ? undefined : atRow.get(row.id),
        };
      },
    };
  }, [relation, columns, rows, problems, problemText, checked, firstRow, t]);
}

/** What the server will make of a cell without a value; undefined: NULL. */
function unsetText(column: RelationColumn, newText: string): string | undefined {
  if (column.identity !== null || /^nextval\(/.test(column.defaultText ?? '')) return newText;
  if (column.defaultText !== null) return column.defaultText;
  if (column.generated !== null) return column.generated;
  return column.notNull ? '' : undefined;
}
