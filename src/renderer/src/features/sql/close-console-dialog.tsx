import { useTranslations } from 'use-intl';
import type { Console } from '../../../../shared/contract/consoles.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { consoleMemory } from './console-memory.ts';

interface CloseConsoleDialogProps {
  /** Null: nothing to ask. */
  console: Console | null;
  onClose: () => void;
  onConfirm: (console: Console) => void;
}

/** Asks before a console takes a running query or an open transaction with it. */
export function CloseConsoleDialog({ console: one, onClose, onConfirm }: CloseConsoleDialogProps) {
  const t = useTranslations('sql.close');
  if (one === null) return null;
  const runs = consoleMemory(one.id).feed.state?.running != null;
  const label = t('title', { number: String(one.number) });
  return (
    <ConfirmDialog open onClose={onClose} title={label} confirmLabel={label} onConfirm={() => onConfirm(one)}>
      <p>{t(runs ? 'losesQuery' : 'losesTransaction')}</p>
    </ConfirmDialog>
  );
}
