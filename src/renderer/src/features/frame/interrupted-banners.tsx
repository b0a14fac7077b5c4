import { useTranslations } from 'use-intl';
import { useRoute } from 'wouter';
import type { Operation } from '../../../../shared/contract/operations.ts';
import { useOperations } from '../../api/operations.ts';
import { Banner } from '../../components/banner.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { RecoveryButtons } from '../activity/recovery-buttons.tsx';
import { useOperationTexts } from '../activity/use-operation-texts.ts';

/** What a dead process left half done, with the choice to finish or to take it back. */
export function InterruptedBanners() {
  const { data: operations } = useOperations();
  const interrupted = operations?.filter(({ state }) => state === 'interrupted') ?? [];
  return interrupted.map((operation) => <InterruptedBanner key={operation.id} operation={operation} />);
}

function InterruptedBanner({ operation }: { operation: Operation }) {
  const t = useTranslations('frame.interrupted');
  const texts = useOperationTexts();
  const [shown] = useRoute('/activity');
  const last = operation.steps.findLast(({ state }) => state !== 'pending');
  const name = texts.title(operation);
  const elsewhere = operation.recovery?.elsewhere ?? null;
  return (
    <Banner
      tone="warn"
      actions={
        <>
          {!shown && <LinkButton to="/activity">{t('details')}</LinkButton>}
          <RecoveryButtons operation={operation} />
        </>
      }
    >
      {elsewhere !== null
        ? t('elsewhere', { operation: name, address: elsewhere })
        : last === undefined
          ? t('textNoStep', { operation: name })
          : t('text', { operation: name, step: texts.step(last.name) })}
    </Banner>
  );
}
