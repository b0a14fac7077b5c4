import { useTranslations } from 'use-intl';
import { CommandBlock } from '../../../components/command-block.tsx';
import { type ExportDraft, exportFileName } from '../../export/export-draft.ts';
import { type ExportedRows, exportCommand } from './export-command.ts';

interface ExportCommandBlockProps {
  rows: ExportedRows;
  draft: ExportDraft;
}

/** The same file with psql, where psql can write it. */
export function ExportCommandBlock({ rows, draft }: ExportCommandBlockProps) {
  const t = useTranslations('tableFiles.export');
  if (draft.kind !== 'csv') return null;
  return (
    <>
      <CommandBlock command={exportCommand(rows, draft, exportFileName(draft))} />
      {draft.escapeFormulas && <p className="muted">{t('noFormulas')}</p>}
    </>
  );
}
