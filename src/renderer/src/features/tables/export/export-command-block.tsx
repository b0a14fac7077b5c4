import { useTranslations } from 'use-intl';
import type { RelationPlace } from '../../../../../shared/contract/relations.ts';
import type { RowFilter, RowOrder } from '../../../../../shared/contract/table-rows.ts';
import { useExportQuery } from '../../../api/table-files.ts';
import { CommandBlock } from '../../../components/command-block.tsx';
import { type ExportDraft, exportFileName } from '../../export/export-draft.ts';
import { exportCommand } from './export-command.ts';

interface ExportCommandBlockProps {
  rows: RelationPlace & { order: RowOrder; filter: RowFilter };
  draft: ExportDraft;
}

/** The same file with psql, where psql can write it. */
export function ExportCommandBlock({ rows, draft }: ExportCommandBlockProps) {
  const t = useTranslations('tableFiles.export');
  const { data: query } = useExportQuery(rows);
  if (draft.kind !== 'csv' || query === undefined) return null;
  const command = exportCommand(query.sql, draft, exportFileName(draft));
  if (command === null) return <p className="muted">{t('noNullText')}</p>;
  return (
    <>
      <CommandBlock command={command} />
      {draft.escapeFormulas && <p className="muted">{t('noFormulas')}</p>}
    </>
  );
}
