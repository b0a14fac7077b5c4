import { useTranslations } from 'use-intl';
import { useRestartInstance, useStopInstance } from '../../api/instances.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { emphasis } from '../../components/emphasis.tsx';
import { useErrorToast } from '../../errors/use-error-toast.ts';
import { useDialogStore } from '../../stores/dialog-store.ts';
import { useNoEngine } from '../engine/use-no-engine.ts';

/** Asks before an instance is stopped while it makes its cluster. */
export function InitialisingDialog() {
  const t = useTranslations('instances.initialising');
  const dialog = useDialogStore((store) => store.dialog);
  const closeDialog = useDialogStore((store) => store.closeDialog);
  const showError = useErrorToast();
  const stop = useStopInstance();
  const restart = useRestartInstance();
  const asked =
    dialog?.kind === 'stop-initialising' || dialog?.kind === 'restart-initialising' ? dialog : null;
  const way = asked?.kind === 'restart-initialising' ? 'restart' : 'stop';

  const confirm = () => {
    if (asked === null) return;
    (way === 'stop' ? stop : restart).mutate(
      { id: asked.id, evenIfInitialising: true },
      { onError: ({ error }) => showError(error) },
    );
    closeDialog();
  };

  return (
    <ConfirmDialog
      open={asked !== null}
      onClose={closeDialog}
      title={t(`${way}Title`)}
      confirmLabel={t(way)}
      disabledReason={useNoEngine()}
      onConfirm={confirm}
    >
      <p>{t.rich('text', { name: asked?.name ?? '', ...emphasis })}</p>
      <p className="muted">{t('hint')}</p>
    </ConfirmDialog>
  );
}
