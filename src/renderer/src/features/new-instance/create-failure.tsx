import { useTranslations } from 'use-intl';
import type { WindowError } from '../../api/call-failure.ts';
import { Banner } from '../../components/banner.tsx';
import { ErrorBanner } from '../../components/error-banner.tsx';
import type { PlacedFailure } from './place-create-failure.ts';

/** Why the attempt failed, where no field says it. */
export function CreateFailure({ failure, name }: { failure: PlacedFailure; name: string }) {
  const t = useTranslations('newInstance.failure');
  const { error } = failure;
  if (error?.code === 'cancelled') return <Banner tone="info">{t('cancelled')}</Banner>;
  if (error !== null) return <Failed error={error} name={name} />;
  if (failure.issues.length === 0) return null;
  return (
    <Banner tone="bad">
      <strong>{t('title', { name })}.</strong> {t('seeFields')}
    </Banner>
  );
}

function Failed({ error, name }: { error: WindowError; name: string }) {
  const t = useTranslations('newInstance.failure');
  return (
    <>
      <ErrorBanner title={t('title', { name })} error={error} />
      {(error.code === 'start-failed' || error.code === 'not-ready') && (
        <p className="muted">{t('nothingLeft')}</p>
      )}
    </>
  );
}
