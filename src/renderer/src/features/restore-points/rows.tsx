import { useTranslations } from 'use-intl';
import type { RowCount } from '../../../../shared/contract/operations.ts';

/** A number of rows, exact or about. */
export function Rows({ count }: { count: RowCount | null }) {
  const t = useTranslations('restorePoints');
  if (count === null) return <span title={t('unknown')}>–</span>;
  return <span className="numeric">{t(count.exact ? 'exact' : 'about', { rows: count.rows })}</span>;
}
