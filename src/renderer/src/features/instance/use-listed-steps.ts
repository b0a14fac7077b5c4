import { useTranslations } from 'use-intl';
import type { OperationStep } from '../../../../shared/contract/operations.ts';
import type { ListedStep } from '../../components/step-list.tsx';

type Step = Pick<OperationStep, 'name' | 'command'> & Partial<OperationStep>;

/** Steps of an operation as they are shown: announced ones when they carry no state. */
export function useListedSteps(steps: readonly Step[]): ListedStep[] {
  const t = useTranslations('operations.step');
  return steps.map((step, index) => ({
    key: `${index}-${step.name}`,
    label: t(step.name),
    command: step.command,
    state: step.state ?? 'planned',
    durationMs: step.durationMs ?? null,
  }));
}
