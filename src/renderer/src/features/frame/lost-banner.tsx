import { useTranslations } from 'use-intl';
import { useEngineStatus, useRetryEngine } from '../../api/engine.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { useErrorToast } from '../../errors/use-error-toast.ts';
import { useConnectionStore } from '../../stores/connection-store.ts';
import { useEngineView } from '../engine/use-engine-view.ts';

/** Main or the engine went away: said once, above data that stays. */
export function LostBanner() {
  const t = useTranslations('frame');
  const link = useConnectionStore((store) => store.link);
  const view = useEngineView();
  if (link === 'session-lost') return <Banner tone="bad">{t('sessionLost')}</Banner>;
  if (link === 'reconnecting') return <Banner tone="bad">{t('reconnecting')}</Banner>;
  return view === 'lost' ? <EngineLost /> : null;
}

function EngineLost() {
  const t = useTranslations('frame');
  const common = useTranslations('common');
  const { data: status } = useEngineStatus();
  const retry = useRetryEngine();
  const showError = useErrorToast();
  return (
    <Banner
      tone="bad"
      actions={
        <Button
          busy={retry.isPending}
          onClick={() => retry.mutate(undefined, { onError: ({ error }) => showError(error) })}
        >
          {common('tryAgain')}
        </Button>
      }
    >
      {t('engineLost', { engine: status?.engine?.address ?? '' })}
    </Banner>
  );
}
