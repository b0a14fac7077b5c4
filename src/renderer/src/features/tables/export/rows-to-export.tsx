import { useTranslations } from 'use-intl';
import type { RelationPlace, RowFilter } from '../../../../../shared/contract/tables.ts';
import { useRowEstimate } from '../../../api/tables.ts';

interface RowsToExportProps {
  place: RelationPlace;
  filter: RowFilter;
  /** Where they were counted. */
  count: number | null;
}

/** How many rows there will be, exactly or about. */
export function RowsToExport({ place, filter, count }: RowsToExportProps) {
  const t = useTranslations('tableFiles.export');
  const { data: estimate } = useRowEstimate(count === null ? { ...place, filter } : null, true);
  const text =
    count !== null
      ? t('exactly', { rows: count })
      : estimate === undefined
        ? t('counting')
        : t('about', { rows: estimate.count });
  return <p className="muted numeric">{text}</p>;
}
