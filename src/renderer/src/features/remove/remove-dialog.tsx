import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { windowErrorOf } from '../../api/call-failure.ts';
import { useRemoveInstance, useRemovePreview } from '../../api/instances.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorBanner } from '../../components/error-banner.tsx';
import { useNoEngine } from '../engine/use-no-engine.ts';
import type { DialogSubject } from '../instance/dialog-subject.ts';
import { RemovePlan } from './remove-plan.tsx';
import { RemovePlanSkeleton } from './remove-plan-skeleton.tsx';

/** Says what stays and what goes, and asks. */
export function RemoveDialog({ instance, onClose }: { instance: DialogSubject | null; onClose: () => void }) {
  return instance === null ? null : <OpenRemoveDialog instance={instance} onClose={onClose} />;
}

function OpenRemoveDialog({ instance, onClose }: { instance: DialogSubject; onClose: () => void }) {
  const t = useTranslations('remove');
  const cancel = useRef<HTMLButtonElement>(null);
  const preview = useRemovePreview(instance.id);
  const remove = useRemoveInstance();
  const failure = preview.error ?? remove.error;
  return (
    <Dialog
      open
      kind="confirm"
      onClose={onClose}
      title={t('heading', { name: instance.name })}
      initialFocus={cancel}
      footer={
        <>
          <Button ref={cancel} onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            variant="danger-primary"
            busy={remove.isPending}
            disabled={preview.data === undefined}
            disabledReason={useNoEngine()}
            onClick={() => remove.mutate({ id: instance.id }, { onSuccess: onClose })}
          >
            {t('confirm')}
          </Button>
        </>
      }
    >
      {failure !== null && <ErrorBanner title={t('failed')} error={windowErrorOf(failure)} />}
      {preview.isPending && <RemovePlanSkeleton />}
      {preview.data !== undefined && <RemovePlan name={instance.name} preview={preview.data} />}
    </Dialog>
  );
}
