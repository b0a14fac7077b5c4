import { useTranslations } from 'use-intl';
import type { Operation } from '../../../../shared/contract/operations.ts';
import { useCancelOperation } from '../../api/operations.ts';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { StepList } from '../../components/step-list.tsx';
import { useListedSteps } from '../instance/use-listed-steps.ts';
import { PullLayers } from './pull-layers.tsx';

/** The creation as it goes on: its steps with their commands, and the layers of a pull. */
export function CreateProgress({ operation, name }: { operation: Operation | null; name: string }) {
  const t = useTranslations('newInstance.progress');
  const cancel = useCancelOperation();
  const steps = useListedSteps(operation?.steps ?? []);
  return (
    <Card
      title={t('title', { name })}
      aside={
        operation?.cancellable === true && (
          <Button
            busy={cancel.isPending || cancel.isSuccess}
            onClick={() => cancel.mutate({ operationId: operation.id })}
          >
            {t(cancel.isIdle ? 'cancel' : 'cancelling')}
          </Button>
        )
      }
    >
      {operation === null ? <Skeleton widthPx={320} /> : <StepList steps={steps} />}
      {operation?.progress !== null && operation?.progress !== undefined && (
        <PullLayers progress={operation.progress} label={t('title', { name })} />
      )}
    </Card>
  );
}
