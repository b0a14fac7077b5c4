import { useTranslations } from 'use-intl';
import type { ContainerRow } from '../../../../shared/contract/containers.ts';
import { useRemoveContainer } from '../../api/containers.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { emphasis } from '../../components/emphasis.tsx';
import { useErrorToast } from '../../errors/use-error-toast.ts';
import { useNoEngine } from '../engine/use-no-engine.ts';
import styles from './remove-container-dialog.module.css';

/** Says what goes with a container and what stays, then removes it. */
export function RemoveContainerDialog({
  container,
  onClose,
}: {
  container: ContainerRow | null;
  onClose: () => void;
}) {
  const t = useTranslations('containers');
  const remove = useRemoveContainer();
  const showError = useErrorToast();
  const confirm = () => {
    if (container === null) return;
    remove.mutate({ id: container.id }, { onError: ({ error }) => showError(error) });
    onClose();
  };
  return (
    <ConfirmDialog
      open={container !== null}
      onClose={onClose}
      title={t('removeTitle')}
      confirmLabel={t('action.remove')}
      disabledReason={useNoEngine()}
      onConfirm={confirm}
    >
      {container !== null && <RemovalText container={container} />}
    </ConfirmDialog>
  );
}

function RemovalText({ container }: { container: ContainerRow }) {
  const t = useTranslations('containers');
  const { name, anonymousVolumes, autoRemove } = container;
  return (
    <>
      <p>{t.rich('removeText', { name, ...emphasis })}</p>
      <p>{t('volumesStay')}</p>
      {autoRemove && anonymousVolumes.length > 0 && <p>{t('autoRemove')}</p>}
      {!autoRemove && anonymousVolumes.length > 0 && (
        <div>
          <p>{t('anonymousStay', { count: anonymousVolumes.length })}</p>
          <ul>
            {anonymousVolumes.map((volume) => (
              <li key={volume}>
                <code className={styles.volume}>{volume}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
