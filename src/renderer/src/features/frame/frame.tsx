import type { ReactNode } from 'react';
import { ToastRegion } from '../../components/toast-region.tsx';
import { InstanceDialogs } from '../instance/instance-dialogs.tsx';
import { LoadImageDialog } from '../load-image/load-image-dialog.tsx';

export function Frame({ children }: { children: ReactNode }) {
  return (
    <>
      <main>{children}</main>
      <InstanceDialogs />
      <LoadImageDialog />
      <ToastRegion />
    </>
  );
}
