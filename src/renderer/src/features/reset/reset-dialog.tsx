import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { windowErrorOf } from '../../api/call-failure.ts';
import { useResetInstance, useResetPreview } from '../../api/instances.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorBanner } from '../../components/error-banner.tsx';
import { useNoEngine } from '../engine/use-no-engine.ts';
import type { DialogSubject } from '../instance/dialog-subject.ts';
import { KeepChoice } from './keep-choice.tsx';
import styles from './reset-dialog.module.css';
import { ResetPlan } from './reset-plan.tsx';
import { ResetPlanSkeleton } from './reset-plan-skeleton.tsx';

/** Says what a reset does and takes, and asks. */
export function ResetDialog({ instance, onClose }: { instance: DialogSubject | null; onClose: () => void }) {
  return instance === null ? null : <OpenResetDialog instance={instance} onClose={onClose} />;
}

function OpenResetDialog({ instance, onClose }: { instance: DialogSubject; onClose: () => void }) {
  const t = useTranslations('reset');
  const cancel = useRef<HTMLButtonElement>(null);
  const [keep, setKeep] = useState(true);
  const [typedName, setTypedName] = useState('');
  const preview = useResetPreview(instance.id);
  const reset = useResetInstance();
  const noEngine = useNoEngine();
  const ready = noEngine === null && preview.data !== undefined && (keep || typedName === instance.name);
  const confirm = () => {
    if (!ready) return;
    reset.mutate({ id: instance.id, keepRestorePoint: keep, typedName }, { onSuccess: onClose });
  };
  const failure = preview.error ?? reset.error;

  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t('title')}
      initialFocus={cancel}
      footer={
        <>
          <Button ref={cancel} onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            variant="danger-primary"
            busy={reset.isPending}
            disabled={!ready}
            disabledReason={noEngine}
            onClick={confirm}
          >
            {t('confirm')}
          </Button>
        </>
      }
    >
      {failure !== null && <ErrorBanner title={t('failed')} error={windowErrorOf(failure)} />}
      <div className={styles.content}>
        {preview.data !== undefined && <ResetPlan name={instance.name} preview={preview.data} keep={keep} />}
        {preview.isPending && <ResetPlanSkeleton />}
      </div>
      <div className={styles.choice}>
        <KeepChoice
          name={instance.name}
          keep={keep}
          onKeep={setKeep}
          typedName={typedName}
          onTypedName={setTypedName}
          onSubmit={confirm}
        />
      </div>
    </Dialog>
  );
}
