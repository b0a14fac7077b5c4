import { useFormatter, useLocale, useTranslations } from 'use-intl';
import type { Operation, RowCount } from '../../../../shared/contract/operations.ts';

/** "3 rows before, 0 after." with "about" where a number is an estimate; null when nothing was counted. */
export function useRowTexts(): (result: Operation['result']) => string | null {
  const t = useTranslations('operations');
  const format = useFormatter();
  const locale = useLocale();
  const written = ({ rows, exact }: RowCount) =>
    exact ? format.number(rows) : t('about', { rows: format.number(rows) });
  const sentence = (text: string) => `${text.charAt(0).toLocaleUpperCase(locale)}${text.slice(1)}`;
  return (result) => {
    const before = result?.rowsBefore ?? null;
    const after = result?.rowsAfter ?? null;
    if (before !== null && after !== null) {
      return sentence(t('rows', { count: before.rows, before: written(before), after: written(after) }));
    }
    if (before !== null) return sentence(t('rowsBefore', { count: before.rows, before: written(before) }));
    if (after !== null) return sentence(t('rowsAfter', { count: after.rows, after: written(after) }));
    return null;
  };
}
