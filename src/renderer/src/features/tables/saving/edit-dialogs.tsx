import { ConflictDialog } from './conflict-dialog.tsx';
import { EffectsDialog } from './effects-dialog.tsx';
import { PreviewDialog } from './preview-dialog.tsx';
import type { TableEdit } from './use-table-edit.ts';

interface EditDialogsProps {
  edit: TableEdit;
  previewing: boolean;
  onClosePreview: () => void;
}

/** What saving asks or shows beside the grid. */
export function EditDialogs({ edit, previewing, onClosePreview }: EditDialogsProps) {
  return (
    <>
      {previewing && <PreviewDialog edit={edit} onClose={onClosePreview} />}
      <EffectsDialog saving={edit.saving} />
      {edit.saving.state.conflicts.length > 0 && <ConflictDialog edit={edit} />}
    </>
  );
}
