import { useTranslations } from 'use-intl';
import type { EngineStatus } from '../../../../shared/contract/engine.ts';
import { useChooseEngine } from '../../api/engine.ts';
import { Button } from '../../components/button.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { useErrorToast } from '../../errors/use-error-toast.ts';

/** Whether the engine is found by itself, and the way back to that. */
export function EngineChoice({ status }: { status: EngineStatus | undefined }) {
  const t = useTranslations('engine');
  const choose = useChooseEngine();
  const showError = useErrorToast();
  if (status === undefined) return null;
  if (status.chosen === null) return <StatusChip tone="idle">{t('automatic')}</StatusChip>;
  return (
    <Button
      busy={choose.isPending}
      onClick={() => choose.mutate({ candidateId: null }, { onError: ({ error }) => showError(error) })}
    >
      {t('automatic')}
    </Button>
  );
}
