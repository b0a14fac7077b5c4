import { useDialogStore } from '../../stores/dialog-store.ts';
import { LoadImageForm } from './load-image-form.tsx';

/** `docker load` of a file from this machine. */
export function LoadImageDialog() {
  const dialog = useDialogStore((store) => store.dialog);
  const closeDialog = useDialogStore((store) => store.closeDialog);
  return dialog?.kind === 'load-image' ? <LoadImageForm onClose={closeDialog} /> : null;
}
