import { useTranslations } from 'use-intl';
import type { RelationColumn } from '../../../../../shared/contract/relations.ts';
import type { StagedValue } from '../../../../../shared/contract/row-changes.ts';

/** What stands dim in an empty editor: what the value is while nothing is typed. */
export function usePlaceholder(
  { defaultText, identity }: Pick<RelationColumn, 'defaultText' | 'identity'>,
  value: StagedValue,
): string {
  const t = useTranslations('tableEditors');
  if (value === null) return 'NULL';
  if (typeof value === 'string') return value === '' ? t('emptyText') : '';
  return defaultText ?? (identity === null ? 'NULL' : t('generated'));
}
