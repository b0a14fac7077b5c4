import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { RelationColumn } from '../../../../../shared/contract/relations.ts';
import type { ValueProblem } from '../../../../../shared/tables/value-problem.ts';
import { visibleText } from '../../../components/visible-text.ts';

/** What a check found wrong, in words for the cell it is about. */
export function useValueProblemText(): (
  column: Pick<RelationColumn, 'name' | 'type'> | undefined,
  problem: ValueProblem,
) => string {
  const t = useTranslations('tableEditors.problem');
  return useCallback((column, problem) => textOf(t, column, problem), [t]);
}

function textOf(
  t: ReturnType<typeof useTranslations<'tableEditors.problem'>>,
  column: Pick<RelationColumn, 'name' | 'type'> | undefined,
  problem: ValueProblem,
): string {
  switch (problem.problem) {
    case 'required':
      return t('required', { column: visibleText(column?.name ?? '') });
    case 'too-long':
      return t('too-long', { most: problem.most, length: problem.length });
    case 'out-of-range':
      return t('out-of-range', { least: problem.least, most: problem.most });
    case 'too-big':
      return problem.digits < 0
        ? t('too-big-fraction', { zeros: -problem.digits })
        : t('too-big', { digits: problem.digits });
    case 'not-a-label':
      return t('not-a-label', { type: visibleText(column?.type ?? '') });
    case 'zero-character':
    case 'not-whole-number':
    case 'not-number':
    case 'no-infinity':
    case 'not-boolean':
    case 'not-uuid':
    case 'not-json':
    case 'not-bytes':
    case 'not-array':
    case 'not-date':
    case 'not-time':
    case 'empty':
      return t(problem.problem);
  }
}
