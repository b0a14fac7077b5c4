import { useTranslations } from 'use-intl';
import { useOperations } from '../../api/operations.ts';
import { Card } from '../../components/card.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBanner } from '../../components/error-banner.tsx';
import { PageBody } from '../../components/page-body.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { errorToShow } from '../../errors/error-to-show.ts';
import { OperationEntry } from './operation-entry.tsx';

/** The journal: everything Howdah did, each step with its command. */
export function ActivityPage() {
  const t = useTranslations('activity');
  const { data: operations, error: failure, refetch } = useOperations();
  const error = errorToShow({ data: operations, error: failure });
  return (
    <>
      <PageHeader title={t('title')} sub={t('sub')} />
      <PageBody stack>
        {error !== null && (
          <ErrorBanner title={t('listFailed')} error={error} onRetry={() => void refetch()} />
        )}
        {operations?.length === 0 && <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
        {operations !== undefined && operations.length > 0 && (
          <Card flush>
            <ul aria-label={t('list')}>
              {operations.map((operation) => (
                <OperationEntry key={operation.id} operation={operation} />
              ))}
            </ul>
          </Card>
        )}
      </PageBody>
    </>
  );
}
