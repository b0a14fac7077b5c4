import { useTranslations } from 'use-intl';
import type { Settings } from '../../../../shared/contract/settings.ts';
import { useChangeSettings, useSettings } from '../../api/settings.ts';
import { Card } from '../../components/card.tsx';
import { ErrorBanner } from '../../components/error-banner.tsx';
import { PageBody } from '../../components/page-body.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useErrorToast } from '../../errors/use-error-toast.ts';
import { AboutCard } from './about-card.tsx';
import { EngineCard } from './engine-card.tsx';
import { LookFields } from './look-fields.tsx';
import { RestorePointFields } from './restore-point-fields.tsx';

/** Everything that is chosen once. Each change is kept at once. */
export function SettingsPage() {
  const t = useTranslations('settings');
  const { data: settings, error, refetch } = useSettings();
  const change = useChangeSettings();
  const showError = useErrorToast();
  const set = (part: Partial<Settings>) =>
    change.mutate(part, { onError: (failure) => showError(failure.error) });
  return (
    <>
      <PageHeader title={t('title')} />
      <PageBody stack>
        {settings === undefined && error !== null && (
          <ErrorBanner title={t('readFailed')} error={error.error} onRetry={() => void refetch()} />
        )}
        {settings !== undefined && (
          <>
            <Card title={t('look')}>
              <LookFields settings={settings} onChange={set} />
            </Card>
            <Card title={t('restorePoints')}>
              <RestorePointFields settings={settings} onChange={set} />
            </Card>
          </>
        )}
        <EngineCard />
        <AboutCard />
      </PageBody>
    </>
  );
}
