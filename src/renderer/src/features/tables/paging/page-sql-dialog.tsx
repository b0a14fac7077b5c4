import { useTranslations } from 'use-intl';
import { Button } from '../../../components/button.tsx';
import { CommandBlock } from '../../../components/command-block.tsx';
import { Dialog } from '../../../components/dialog.tsx';

interface PageSqlDialogProps {
  sql: string;
  open: boolean;
  onClose: () => void;
}

/** The query that gives the rows on screen. */
export function PageSqlDialog({ sql, open, onClose }: PageSqlDialogProps) {
  const t = useTranslations('tables.paging');
  const common = useTranslations('common');
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('sql')}
      wide
      footer={<Button onClick={onClose}>{common('close')}</Button>}
    >
      <CommandBlock command={sql} copyLabel={t('copySql')} />
    </Dialog>
  );
}
