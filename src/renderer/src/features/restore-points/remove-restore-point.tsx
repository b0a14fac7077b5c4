import { useTranslations } from 'use-intl';
import type { RestorePoint } from '../../../../shared/contract/restore-points.ts';
import { windowErrorOf } from '../../api/call-failure.ts';
import { useEmptyRestorePoints } from '../../api/restore-points.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { useErrorToast } from '../../errors/use-error-toast.ts';
import { useNoEngine } from '../engine/use-no-engine.ts';

/** Asks before a restore point is removed for good. */
export function RemoveRestorePoint({ point, onClose }: { point: RestorePoint | null; onClose: () => void }) {
  const t = useTranslations('restorePoints.removeDialog');
  const empty = useEmptyRestorePoints();
  const showError = useErrorToast();
  const remove = () => {
    if (point === null) return;
    empty.mutate(
      { ids: [point.id] },
      { onError: (failure) => showError(windowErrorOf(failure)), onSettled: onClose },
    );
  };
  return (
    <ConfirmDialog
      open={point !== null}
      onClose={onClose}
      title={t('title')}
      confirmLabel={t('confirm')}
      busy={empty.isPending}
      disabledReason={useNoEngine()}
      onConfirm={remove}
    >
      <p>{t('body', { name: point?.volume ?? '' })}</p>
    </ConfirmDialog>
  );
}
