import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ResultInfo } from '../../../../../shared/contract/results.ts';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { ErrorBanner } from '../../../components/error-banner.tsx';
import { Progress } from '../../../components/progress.tsx';
import { SelectField } from '../../../components/select-field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useByteSize } from '../../../components/use-byte-size.ts';
import { tableNameOf } from '../table-name-of.ts';
import { CsvFields } from './csv-fields.tsx';
import { type ExportDraft, exportFileName, exportKinds } from './export-draft.ts';
import { useExport } from './use-export.ts';

interface ExportDialogProps {
  result: ResultInfo;
  open: boolean;
  onClose: () => void;
}

/** All rows of a result to a file. Nothing is held in between, so it may be any size. */
export function ExportDialog({ result, open, onClose }: ExportDialogProps) {
  const t = useTranslations('results.export');
  const [draft, setDraft] = useState<ExportDraft>(() => draftOf(result));
  const run = useExport(result.id, onClose);
  const change = (patch: Partial<ExportDraft>) => setDraft({ ...draft, ...patch });
  const close = () => {
    run.stop();
    onClose();
  };
  const missing = draft.kind === 'sql' && draft.table.trim() === '' ? t('tableMissing') : null;
  return (
    <Dialog
      open={open}
      onClose={close}
      title={t('title')}
      footer={
        <>
          <Button onClick={close}>{t('cancel')}</Button>
          <Button variant="primary" busy={run.busy} disabledReason={missing} onClick={() => run.start(draft)}>
            {t('export')}
          </Button>
        </>
      }
    >
      <p>{t(result.state === 'running' ? 'rowsSoFar' : 'rows', { rows: result.rowCount })}</p>
      <SelectField
        label={t('format')}
        value={draft.kind}
        onChange={(kind) => change({ kind })}
        options={exportKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      <TextField
        label={t('fileName')}
        value={draft.name}
        hint={exportFileName(draft)}
        onChange={(name) => change({ name })}
      />
      {draft.kind === 'csv' && <CsvFields draft={draft} onChange={change} />}
      {draft.kind === 'sql' && (
        <TextField
          label={t('table')}
          hint={t('tableHint')}
          mono
          value={draft.table}
          onChange={(table) => change({ table })}
        />
      )}
      {run.busy && <Received bytes={run.receivedBytes} />}
      {run.error !== null && <ErrorBanner title={t('failed')} error={run.error} />}
    </Dialog>
  );
}

function Received({ bytes }: { bytes: number }) {
  const t = useTranslations('results.export');
  const byteSize = useByteSize();
  return (
    <div>
      <Progress label={t('progress')} done={bytes} total={null} />
      <span className="muted numeric">{t('received', { size: byteSize(bytes) })}</span>
    </div>
  );
}

function draftOf({ number, statement }: ResultInfo): ExportDraft {
  const table = tableNameOf(statement);
  return {
    kind: 'csv',
    name: table ?? `result-${number}`,
    delimiter: ',',
    header: true,
    nullText: '',
    escapeFormulas: false,
    table: table ?? 'result',
  };
}
