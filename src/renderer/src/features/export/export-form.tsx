import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { AskExport } from '../../api/export-file.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorBanner } from '../../components/error-banner.tsx';
import { Progress } from '../../components/progress.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useByteSize } from '../../components/use-byte-size.ts';
import { CsvFields } from './csv-fields.tsx';
import { type ExportDraft, exportFileName, exportKinds } from './export-draft.ts';
import { useExport } from './use-export.ts';

interface ExportFormProps {
  title: string;
  /** What is said when it fails. */
  failed: string;
  /** As the form is first shown. */
  first: ExportDraft;
  ask: AskExport;
  open: boolean;
  onClose: () => void;
  /** Why it cannot be begun now. */
  blocked?: string | null;
  /** Which rows. */
  children: ReactNode;
  /** Below the fields. */
  below?: (draft: ExportDraft) => ReactNode;
}

/** Asks how rows are written to a file, and writes them. Nothing is held in between, so they may be any number. */
export function ExportForm(props: ExportFormProps) {
  const { title, failed, first, ask, open, onClose, blocked = null, children, below } = props;
  const t = useTranslations('results.export');
  const [draft, setDraft] = useState(first);
  const run = useExport(ask, onClose);
  const change = (patch: Partial<ExportDraft>) => setDraft({ ...draft, ...patch });
  const close = () => {
    run.stop();
    onClose();
  };
  const missing = draft.kind === 'sql' && draft.table.trim() === '' ? t('tableMissing') : blocked;
  return (
    <Dialog
      open={open}
      onClose={close}
      wide={below !== undefined}
      title={title}
      footer={
        <>
          <Button onClick={close}>{t('cancel')}</Button>
          <Button variant="primary" busy={run.busy} disabledReason={missing} onClick={() => run.start(draft)}>
            {t('export')}
          </Button>
        </>
      }
    >
      {children}
      <ExportFields draft={draft} onChange={change} />
      {below?.(draft)}
      {run.busy && <Received bytes={run.receivedBytes} />}
      {run.error !== null && <ErrorBanner title={failed} error={run.error} />}
    </Dialog>
  );
}

interface ExportFieldsProps {
  draft: ExportDraft;
  onChange: (patch: Partial<ExportDraft>) => void;
}

function ExportFields({ draft, onChange }: ExportFieldsProps) {
  const t = useTranslations('results.export');
  return (
    <>
      <SelectField
        label={t('format')}
        value={draft.kind}
        onChange={(kind) => onChange({ kind })}
        options={exportKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      <TextField
        label={t('fileName')}
        value={draft.name}
        hint={exportFileName(draft)}
        onChange={(name) => onChange({ name })}
      />
      {draft.kind === 'csv' && <CsvFields draft={draft} onChange={onChange} />}
      {draft.kind === 'sql' && (
        <TextField
          label={t('table')}
          hint={t('tableHint')}
          mono
          value={draft.table}
          onChange={(table) => onChange({ table })}
        />
      )}
    </>
  );
}

function Received({ bytes }: { bytes: number }) {
  const t = useTranslations('results.export');
  const byteSize = useByteSize();
  return (
    <div>
      <Progress wide label={t('progress')} done={bytes} total={null} />
      <span className="muted numeric">{t('received', { size: byteSize(bytes) })}</span>
    </div>
  );
}
