import { useCallback, useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { Relation } from '../../../../../shared/contract/relations.ts';
import { requiredColumns } from '../../../../../shared/tables/check-value.ts';
import { useValueProblemText } from '../editors/use-value-problem-text.ts';
import type { RowProblem } from './row-problem.ts';

/** Up to so many required columns are named together, whichever of them is missing. */
const mostNamedTogether = 3;

/** What a problem says at its cell: the server's own words, or what is wrong for certain. */
export function useRowProblemText(relation: Relation): (problem: RowProblem) => string {
  const t = useTranslations('tableEdit');
  const format = useFormatter();
  const valueProblemText = useValueProblemText();
  const required = useMemo(() => requiredColumns(relation).map(({ name }) => name), [relation]);
  return useCallback(
    ({ columns: [column = ''], what }) => {
      if (what.by === 'server') return what.error.message;
      if (what.problem.problem !== 'required') {
        const of = relation.columns.find(({ name }) => name === column);
        return valueProblemText(of ?? { name: column, type: '' }, what.problem);
      }
      const named = required.includes(column) && required.length <= mostNamedTogether ? required : [column];
      const list = format.list(named, { type: 'conjunction' });
      return t('required', { columns: capitalised(list), count: named.length });
    },
    [relation, required, t, format, valueProblemText],
  );
}

function capitalised(text: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase() + text.slice(first.length);
}
