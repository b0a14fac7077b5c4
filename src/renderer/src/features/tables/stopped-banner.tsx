import { useTranslations } from 'use-intl';
import type { Instance } from '../../../../shared/contract/instances.ts';
import { useStartInstance } from '../../api/instances.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { visibleText } from '../../components/visible-text.ts';
import { useErrorToast } from '../../errors/use-error-toast.ts';
import { useNoEngine } from '../engine/use-no-engine.ts';
import { isUp } from '../instance/is-up.ts';

/** Says that the server does not answer now, and what gets it back. */
export function StoppedBanner({ instance: { id, name, state, ready } }: { instance: Instance }) {
  const t = useTranslations('tables.stopped');
  const noEngine = useNoEngine();
  const start = useStartInstance();
  const showError = useErrorToast();
  if (isUp(state))
    return ready === true ? null : <Banner tone="info">{t('waiting', { name: visibleText(name) })}</Banner>;
  return (
    <Banner
      tone="info"
      actions={
        <Button
          busy={start.isPending}
          disabledReason={noEngine}
          onClick={() => start.mutate({ id }, { onError: ({ error }) => showError(error) })}
        >
          {t('start')}
        </Button>
      }
    >
      {t('body', { name: visibleText(name) })}
    </Banner>
  );
}
