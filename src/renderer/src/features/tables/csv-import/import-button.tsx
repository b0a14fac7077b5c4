import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../components/button.tsx';
import type { TableSubject } from '../table-subject.ts';
import { importBlocked } from './import-blocked.ts';
import { ImportDialog } from './import-dialog.tsx';

/** Opens the dialog that reads a CSV file into the table. */
export function ImportButton({ subject: { place, relation, blocked } }: { subject: TableSubject }) {
  const t = useTranslations('tableFiles.import');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button disabledReason={blocked ?? importBlocked(relation, t)} onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      {open && <ImportDialog place={place} relation={relation} onClose={() => setOpen(false)} />}
    </>
  );
}
