import { useTranslations } from 'use-intl';
import type { Operation, OperationStep, StepName } from '../../../../shared/contract/operations.ts';
import { visibleText } from '../../components/visible-text.ts';

type Named = Pick<Operation, 'kind' | 'subject'>;

/** What operations are called: while they run, as titles, and their steps. */
export function useOperationTexts() {
  const t = useTranslations('operations');
  return {
    running: ({ kind, subject }: Named) => t(`running.${kind}`, { subject: visibleText(subject) }),
    title: ({ kind, subject }: Named) => t(`title.${kind}`, { subject: visibleText(subject) }),
    step: (name: StepName) => t(`step.${name}`),
    stepState: (state: OperationStep['state']) => t(`stepState.${state}`),
    state: (state: Operation['state']) => t(`state.${state}`),
  };
}
