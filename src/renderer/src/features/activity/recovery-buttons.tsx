import { useTranslations } from 'use-intl';
import type { Operation } from '../../../../shared/contract/operations.ts';
import { useFinishOperation, useRollBackOperation } from '../../api/operations.ts';
import { Button } from '../../components/button.tsx';
import { useErrorToast } from '../../errors/use-error-toast.ts';
import { useNoEngine } from '../engine/use-no-engine.ts';
import { useOperationTexts } from './use-operation-texts.ts';

/** What can be done about an operation that a dead process left behind. */
export function RecoveryButtons({ operation }: { operation: Operation }) {
  const t = useTranslations('frame.interrupted');
  const showError = useErrorToast();
  const texts = useOperationTexts();
  const finish = useFinishOperation();
  const rollBack = useRollBackOperation();
  const noEngine = useNoEngine();
  const input = { operationId: operation.id };
  const busy = finish.isPending || rollBack.isPending;
  const named = { operation: texts.title(operation) };
  return (
    <>
      {operation.recovery?.canRollBack === true && (
        <Button
          aria-label={t('rollBackNamed', named)}
          busy={rollBack.isPending}
          disabled={busy}
          disabledReason={noEngine}
          onClick={() => rollBack.mutate(input, { onError: ({ error }) => showError(error) })}
        >
          {t('rollBack')}
        </Button>
      )}
      {operation.recovery?.canFinish === true && (
        <Button
          variant="primary"
          aria-label={t('finishNamed', named)}
          busy={finish.isPending}
          disabled={busy}
          disabledReason={noEngine}
          onClick={() => finish.mutate(input, { onError: ({ error }) => showError(error) })}
        >
          {t('finish')}
        </Button>
      )}
    </>
  );
}
