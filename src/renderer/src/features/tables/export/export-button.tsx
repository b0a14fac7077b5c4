import { useTranslations } from 'use-intl';
import { Button } from '../../../components/button.tsx';
import type { TableSubject } from '../table-subject.ts';
import { ExportDialog } from './export-dialog.tsx';

interface ExportButtonProps {
  subject: TableSubject;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Opens the dialog that writes the table, or the rows as they are shown, to a file. */
export function ExportButton({ subject, open, onOpenChange }: ExportButtonProps) {
  const t = useTranslations('tableFiles.export');
  return (
    <>
      <Button disabledReason={subject.blocked} onClick={() => onOpenChange(true)}>
        {t('open')}
      </Button>
      {open && <ExportDialog subject={subject} onClose={() => onOpenChange(false)} />}
    </>
  );
}
