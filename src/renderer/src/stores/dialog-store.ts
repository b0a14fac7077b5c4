import { create } from 'zustand';

/**
 * The one dialog about an instance or an image that is open, opened from lists, the instance page and the palette
 * alike (a dialog is no place of its own, so it is not part of the address). `features/instance/instance-dialogs.tsx`
 * draws reset, remove and recreate; `features/frame/initialising-dialog.tsx` the two about initialisation;
 * `features/load-image/load-image-dialog.tsx` the last.
 */
export type OpenDialog =
  | {
      kind: 'reset' | 'remove' | 'recreate' | 'stop-initialising' | 'restart-initialising';
      id: string;
      name: string;
    }
  | { kind: 'load-image' };

interface DialogStore {
  dialog: OpenDialog | null;
  openDialog: (dialog: OpenDialog) => void;
  closeDialog: () => void;
}

export const useDialogStore = create<DialogStore>((set) => ({
  dialog: null,
  openDialog: (dialog) => set({ dialog }),
  closeDialog: () => set({ dialog: null }),
}));
