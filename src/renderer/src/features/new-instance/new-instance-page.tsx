import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { windowErrorOf } from '../../api/call-failure.ts';
import { useInstanceDefaults } from '../../api/instances.ts';
import { ErrorBanner } from '../../components/error-banner.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { PageBody } from '../../components/page-body.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { DraftPage } from './draft-page.tsx';
import { useDraftStore } from './draft-store.ts';
import { FormSkeleton } from './form-skeleton.tsx';

/** The form `New instance`, begun with defaults or taken up where it was left. */
export function NewInstancePage() {
  const t = useTranslations('newInstance');
  const { draft, begin, forget } = useDraftStore();
  const defaults = useInstanceDefaults();
  const { data, isFetching } = defaults;

  useEffect(() => {
    if (draft === null && data !== undefined && !isFetching) begin(data);
  }, [draft, data, isFetching, begin]);

  if (draft !== null) {
    return (
      <DraftPage
        draft={draft}
        onStartOver={() => {
          forget();
          void defaults.refetch();
        }}
      />
    );
  }
  return (
    <>
      <PageHeader title={t('title')} sub={t('subtitle')}>
        <LinkButton to="/instances">{t('cancel')}</LinkButton>
      </PageHeader>
      <PageBody stack>
        {defaults.error !== null && !isFetching ? (
          <ErrorBanner error={windowErrorOf(defaults.error)} onRetry={() => void defaults.refetch()} />
        ) : (
          <FormSkeleton />
        )}
      </PageBody>
    </>
  );
}
