import { useTranslations } from 'use-intl';
import type { Instance } from '../../../../shared/contract/instances.ts';
import type { Operation, OperationKind } from '../../../../shared/contract/operations.ts';
import { Button } from '../../components/button.tsx';
import { useDialogStore } from '../../stores/dialog-store.ts';
import { useNoEngine } from '../engine/use-no-engine.ts';
import { isUp } from './is-up.ts';
import { useInstanceLife } from './use-instance-life.ts';

interface InstanceActionsProps {
  instance: Instance;
  operation: Operation | null;
}

/** All actions, always in the same place; one that cannot be done now says why. */
export function InstanceActions({ instance, operation }: InstanceActionsProps) {
  const t = useTranslations('instance');
  const why = useTranslations('errors');
  const openDialog = useDialogStore((store) => store.openDialog);
  const noEngine = useNoEngine();
  const life = useInstanceLife(instance);
  const { id, name } = instance;

  const up = isUp(instance.state);
  const doing = (kind: OperationKind) => operation?.kind === kind;
  const busy = operation !== null || instance.operationId !== null;
  const held = busy ? t('why.busy') : noEngine;
  const reset = instance.resetUnavailable && why(`unavailable.${instance.resetUnavailable}`);
  const recreate = instance.recreateUnavailable && why(`unavailable.${instance.recreateUnavailable}`);

  return (
    <>
      <Button
        busy={doing('start') || life.starting}
        disabledReason={held ?? (up ? t('why.running') : null)}
        onClick={life.start}
      >
        {t('action.start')}
      </Button>
      <Button
        busy={doing('stop') || life.stopping}
        disabledReason={held ?? (up ? null : t('why.notRunning'))}
        onClick={life.stop}
      >
        {t('action.stop')}
      </Button>
      <Button
        busy={doing('restart') || life.restarting}
        disabledReason={held ?? (up ? null : t('why.notRunning'))}
        onClick={life.restart}
      >
        {t('action.restart')}
      </Button>
      <Button
        busy={doing('recreate')}
        disabledReason={held ?? recreate}
        onClick={() => openDialog({ kind: 'recreate', id, name })}
      >
        {t('action.recreate')}
      </Button>
      <Button
        variant="danger"
        busy={doing('reset') || doing('undo-reset')}
        disabledReason={held ?? reset}
        onClick={() => openDialog({ kind: 'reset', id, name })}
      >
        {t('action.reset')}
      </Button>
      <Button
        variant="danger"
        busy={doing('remove')}
        disabledReason={held}
        onClick={() => openDialog({ kind: 'remove', id, name })}
      >
        {t('action.remove')}
      </Button>
    </>
  );
}
