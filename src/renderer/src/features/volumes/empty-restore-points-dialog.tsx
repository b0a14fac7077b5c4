import { useTranslations } from 'use-intl';
import type { RestorePoint } from '../../../../shared/contract/restore-points.ts';
import { useEmptyRestorePoints, useRestorePoints } from '../../api/restore-points.ts';
import { ByteSize } from '../../components/byte-size.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { ErrorBanner } from '../../components/error-banner.tsx';
import { PlainText } from '../../components/plain-text.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { useByteSize } from '../../components/use-byte-size.ts';
import { useErrorToast } from '../../errors/use-error-toast.ts';
import { useNoEngine } from '../engine/use-no-engine.ts';
import styles from './empty-restore-points-dialog.module.css';

/** Lists what would go for good, and removes it. */
export function EmptyRestorePointsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslations('volumes');
  const { data: points, error } = useRestorePoints();
  const empty = useEmptyRestorePoints();
  const showError = useErrorToast();
  const noEngine = useNoEngine();
  const shown = points ?? [];
  const confirm = () => {
    // Named one by one: what came since this list was read was not agreed to.
    empty.mutate({ ids: shown.map(({ id }) => id) }, { onError: (failure) => showError(failure.error) });
    onClose();
  };
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      title={t('emptyRestorePoints')}
      confirmLabel={t('emptyRestorePoints')}
      disabledReason={noEngine ?? (shown.length === 0 ? t('noRestorePoints') : null)}
      onConfirm={confirm}
    >
      {error !== null && <ErrorBanner error={error.error} />}
      {shown.length > 0 && <WhatGoes points={shown} />}
    </ConfirmDialog>
  );
}

function WhatGoes({ points }: { points: readonly RestorePoint[] }) {
  const t = useTranslations('volumes');
  const byteSize = useByteSize();
  const knownBytes = points.reduce((sum, { sizeBytes }) => sum + (sizeBytes ?? 0), 0);
  return (
    <>
      <p>{t('emptyText', { count: points.length })}</p>
      <ul className={styles.list}>
        {points.map(({ id, instance, createdAtMs, sizeBytes }) => (
          <li key={id} className={styles.item}>
            <span>
              <PlainText text={instance} /> · <RelativeTime atMs={createdAtMs} />
            </span>
            {sizeBytes !== null && (
              <span className={styles.size}>
                <ByteSize bytes={sizeBytes} />
              </span>
            )}
          </li>
        ))}
      </ul>
      {knownBytes > 0 && <p>{t('emptySize', { size: byteSize(knownBytes) })}</p>}
    </>
  );
}
