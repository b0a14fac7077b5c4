import type { useTranslations } from 'use-intl';
import type { Relation } from '../../../../../shared/contract/relations.ts';

/** Why a relation takes no file at all; null: it does. */
export function importBlocked(
  { kind, can, columns }: Pick<Relation, 'kind' | 'can' | 'columns'>,
  t: ReturnType<typeof useTranslations<'tableFiles.import'>>,
): string | null {
  if (kind === 'view' || kind === 'materialized-view') return t('blocked.view');
  if (!can.insert) return t('blocked.noPrivilege');
  return columns.some(({ canInsert }) => canInsert) ? null : t('blocked.noColumns');
}
