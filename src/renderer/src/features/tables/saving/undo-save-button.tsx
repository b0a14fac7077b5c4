import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../components/button.tsx';
import type { TableEdit } from './use-table-edit.ts';

/** There as long as the last save can be taken back. */
export function UndoSaveButton({ edit: { saving, subject, focusGrid } }: { edit: TableEdit }) {
  const t = useTranslations('tableEdit.toolbar');
  const why = useTranslations('tableEdit.why');
  const { running, lastSaveId } = saving.state;
  const isOffered = lastSaveId !== null;
  const wasOffered = useRef(isOffered);
  useEffect(() => {
    // The button that was pressed is gone, and the focus with it.
    if (wasOffered.current && !isOffered && document.activeElement === document.body) focusGrid();
    wasOffered.current = isOffered;
  }, [isOffered, focusGrid]);
  if (!isOffered) return null;
  return (
    <Button
      variant="ghost"
      busy={running?.what === 'undo'}
      disabledReason={running?.what === 'save' ? why('running') : subject.blocked}
      onClick={saving.undo}
    >
      {t('undoSave')}
    </Button>
  );
}
