import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../components/button.tsx';
import type { TableSubject } from '../table-subject.ts';
import { ExportDialog } from './export-dialog.tsx';

interface ExportButtonProps {
  subject: TableSubject;
  /** Rows that match the filter, where they were counted. */
  count: number | null;
}

/** Opens the dialog that writes the table, or the rows as they are shown, to a file. */
export function ExportButton({ subject: { place, relation, view, blocked }, count }: ExportButtonProps) {
  const t = useTranslations('tableFiles.export');
  const [open, setOpen] = useState(false);
  const { order, filter } = view;
  return (
    <>
      <Button disabledReason={blocked} onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      {open && <ExportDialog {...{ place, relation, order, filter, count }} onClose={() => setOpen(false)} />}
    </>
  );
}
