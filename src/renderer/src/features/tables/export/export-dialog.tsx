import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Relation, RelationPlace, RowFilter, RowOrder } from '../../../../../shared/contract/tables.ts';
import { exportRows } from '../../../api/table-files.ts';
import { Segments } from '../../../components/segments.tsx';
import { noFilter } from '../../../stores/table-view-store.ts';
import { firstExportDraft } from '../../export/export-draft.ts';
import { ExportForm } from '../../export/export-form.tsx';
import { ExportCommandBlock } from './export-command-block.tsx';
import { RowsToExport } from './rows-to-export.tsx';

interface ExportDialogProps {
  place: RelationPlace;
  relation: Relation;
  /** As the rows view stands. */
  order: RowOrder;
  filter: RowFilter;
  /** Rows that match the filter, where they were counted. */
  count: number | null;
  onClose: () => void;
}

/** All rows of a relation to a file, or those of the rows view in its order. */
export function ExportDialog({ place, relation, order, filter, count, onClose }: ExportDialogProps) {
  const t = useTranslations('tableFiles.export');
  const filtered = filter.conditions.length > 0 || filter.where.trim() !== '';
  const differs = filtered || order.length > 0;
  const [wanted, setWanted] = useState<'shown' | 'whole'>('shown');
  const scope = differs ? wanted : 'whole';
  const rows = scope === 'shown' ? { order, filter } : { order: [], filter: noFilter };
  return (
    <ExportForm
      title={t('title', { table: relation.name })}
      failed={t('failed')}
      first={firstExportDraft(relation.name, relation.name)}
      ask={exportRows({ ...place, ...rows })}
      open
      onClose={onClose}
      below={(draft) =>
        scope === 'whole' && <ExportCommandBlock rows={{ relation, rest: '' }} draft={draft} />
      }
    >
      {differs && (
        <Segments
          label={t('rows')}
          value={scope}
          onChange={setWanted}
          options={[
            { value: 'shown', label: t(filtered ? 'filtered' : 'sorted') },
            { value: 'whole', label: t('whole') },
          ]}
        />
      )}
      <RowsToExport
        place={place}
        filter={rows.filter}
        count={scope === 'shown' || !filtered ? count : null}
      />
    </ExportForm>
  );
}
