import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { exportRows } from '../../../api/table-files.ts';
import { Segments } from '../../../components/segments.tsx';
import { noFilter } from '../../../stores/table-view-store.ts';
import { firstExportDraft } from '../../export/export-draft.ts';
import { ExportForm } from '../../export/export-form.tsx';
import { isFiltered } from '../filter/is-filtered.ts';
import type { TableSubject } from '../table-subject.ts';
import { ExportCommandBlock } from './export-command-block.tsx';
import { RowsToExport } from './rows-to-export.tsx';

interface ExportDialogProps {
  subject: TableSubject;
  onClose: () => void;
}

/** All rows of a relation to a file, or those of the rows view in its order. */
export function ExportDialog({ subject: { place, relation, view }, onClose }: ExportDialogProps) {
  const t = useTranslations('tableFiles.export');
  const { filter } = view;
  const order = view.order.filter(({ column }) => relation.columns.some(({ name }) => name === column));
  const filtered = isFiltered(filter);
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
      below={(draft) => <ExportCommandBlock rows={{ ...place, ...rows }} draft={draft} />}
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
      <RowsToExport place={place} filter={rows.filter} />
    </ExportForm>
  );
}
