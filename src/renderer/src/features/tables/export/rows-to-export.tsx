import { useTranslations } from 'use-intl';
import type { RelationPlace } from '../../../../../shared/contract/relations.ts';
import type { RowFilter } from '../../../../../shared/contract/table-rows.ts';
import { useRowEstimate } from '../../../api/tables.ts';

interface RowsToExportProps {
  place: RelationPlace;
  filter: RowFilter;
}

/** About how many rows there will be, as the planner expects. */
export function RowsToExport({ place, filter }: RowsToExportProps) {
  const t = useTranslations('tableFiles.export');
  const { data: estimate, isError } = useRowEstimate({ ...place, filter }, true);
  if (isError) return null;
  return (
    <p className="muted numeric">
      {estimate === undefined ? t('counting') : t('about', { rows: estimate.count })}
    </p>
  );
}
