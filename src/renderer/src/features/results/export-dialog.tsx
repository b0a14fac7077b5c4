import { useTranslations } from 'use-intl';
import type { ResultInfo } from '../../../../shared/contract/results.ts';
import { exportResult } from '../../api/results.ts';
import { firstExportDraft } from '../export/export-draft.ts';
import { ExportForm } from '../export/export-form.tsx';
import { tableNameOf } from './table-name-of.ts';

interface ExportDialogProps {
  result: ResultInfo;
  open: boolean;
  onClose: () => void;
}

/** All rows of a result to a file. */
export function ExportDialog({ result, open, onClose }: ExportDialogProps) {
  const t = useTranslations('results.export');
  const table = tableNameOf(result.statement);
  return (
    <ExportForm
      title={t('title')}
      failed={t('failed')}
      first={firstExportDraft(table ?? `result-${result.number}`, table ?? 'result')}
      ask={exportResult(result.id)}
      open={open}
      onClose={onClose}
    >
      <p>{t(result.state === 'running' ? 'rowsSoFar' : 'rows', { rows: result.rowCount })}</p>
    </ExportForm>
  );
}
