import { useTranslations } from 'use-intl';
import { windowErrorOf } from '../../api/call-failure.ts';
import { useRecreateInstance } from '../../api/instances.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { ErrorBanner } from '../../components/error-banner.tsx';
import { useNoEngine } from '../engine/use-no-engine.ts';
import type { DialogSubject } from './dialog-subject.ts';

/** Asks before connections are cut; nothing is lost. */
export function RecreateDialog({
  instance,
  onClose,
}: {
  instance: DialogSubject | null;
  onClose: () => void;
}) {
  return instance === null ? null : <OpenRecreateDialog instance={instance} onClose={onClose} />;
}

function OpenRecreateDialog({ instance, onClose }: { instance: DialogSubject; onClose: () => void }) {
  const t = useTranslations('instance.recreate');
  const recreate = useRecreateInstance();
  return (
    <ConfirmDialog
      open
      danger={false}
      onClose={onClose}
      title={t('title')}
      confirmLabel={t('confirm')}
      busy={recreate.isPending}
      disabledReason={useNoEngine()}
      onConfirm={() => recreate.mutate({ id: instance.id }, { onSuccess: onClose })}
    >
      {recreate.error !== null && <ErrorBanner error={windowErrorOf(recreate.error)} />}
      <p>{t('intro', { name: instance.name })}</p>
      <p>{t('downtime')}</p>
      <p className="muted">{t('scripts')}</p>
    </ConfirmDialog>
  );
}
