import { useFormatter, useTranslations } from 'use-intl';
import type { Operation, RowCount } from '../../../../shared/contract/operations.ts';

/** "3 rows before, 0 after." with "about" where a number is an estimate; null when nothing was counted. */
export function useRowTexts(): (result: Operation['result']) => string | null {
  const t = useTranslations('operations');
  const format = useFormatter();
  const written = ({ rows, exact }: RowCount) =>
    exact ? format.number(rows) : t('about', { rows: format.number(rows) });
  return (result) => {
    const before = result?.rowsBefore ?? null;
    const after = result?.rowsAfter ?? null;
    if (before !== null && after !== null) {
      return t('rows', { count: before.rows, before: written(before), after: written(after) });
    }
    if (before !== null) return t('rowsBefore', { count: before.rows, before: written(before) });
    if (after !== null) return t('rowsAfter', { count: after.rows, after: written(after) });
    return null;
  };
}
