import { useDialogStore } from '../../stores/dialog-store.ts';
import { RemoveDialog } from '../remove/remove-dialog.tsx';
import { ResetDialog } from '../reset/reset-dialog.tsx';
import { RecreateDialog } from './recreate-dialog.tsx';

/** The dialogs about one instance, wherever they were opened from. */
export function InstanceDialogs() {
  const dialog = useDialogStore((store) => store.dialog);
  const closeDialog = useDialogStore((store) => store.closeDialog);
  const about = (kind: 'reset' | 'remove' | 'recreate') => ({
    instance: dialog?.kind === kind ? dialog : null,
    onClose: closeDialog,
  });
  return (
    <>
      <ResetDialog {...about('reset')} />
      <RemoveDialog {...about('remove')} />
      <RecreateDialog {...about('recreate')} />
    </>
  );
}
