import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Instance } from '../../../../shared/contract/instances.ts';
import type { RestorePoint } from '../../../../shared/contract/restore-points.ts';
import { useRestorePoints } from '../../api/restore-points.ts';
import { useSettings } from '../../api/settings.ts';
import { ByteSize } from '../../components/byte-size.tsx';
import { Card } from '../../components/card.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBanner } from '../../components/error-banner.tsx';
import { PageBody } from '../../components/page-body.tsx';
import { PlainText } from '../../components/plain-text.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { errorToShow } from '../../errors/error-to-show.ts';
import { RemoveRestorePoint } from './remove-restore-point.tsx';
import { RestorePointButtons } from './restore-point-buttons.tsx';
import styles from './restore-points-tab.module.css';
import { Rows } from './rows.tsx';

const USUAL_DAYS = 7;

/** Earlier data of an instance that can be put back. */
export function RestorePointsTab({ instance }: { instance: Instance }) {
  const t = useTranslations('restorePoints');
  const query = useRestorePoints(instance.name);
  const error = errorToShow(query);
  const days = useSettings().data?.restorePointDays ?? USUAL_DAYS;
  const [removing, setRemoving] = useState<RestorePoint | null>(null);
  const columns = useColumns(instance, query.data?.find(({ usable }) => usable)?.id ?? null, setRemoving);

  return (
    <PageBody>
      <div className={styles.content}>
        {error !== null && <ErrorBanner title={t('failed')} error={error} />}
        {query.isPending && (
          <Card>
            <div className={styles.bones} aria-busy="true">
              <Skeleton widthPx={480} />
              <Skeleton widthPx={420} />
            </div>
          </Card>
        )}
        {query.data?.length === 0 && (
          <EmptyState title={t('empty.title')}>{t('empty.body', { days })}</EmptyState>
        )}
        {query.data !== undefined && query.data.length > 0 && (
          <DataTable label={t('title')} columns={columns} rows={query.data} rowKey={({ id }) => id} />
        )}
        <RemoveRestorePoint point={removing} onClose={() => setRemoving(null)} />
      </div>
    </PageBody>
  );
}

function useColumns(
  instance: Instance,
  newestId: string | null,
  onRemove: (point: RestorePoint) => void,
): Column<RestorePoint>[] {
  const t = useTranslations('restorePoints');
  return useMemo(
    () => [
      {
        key: 'taken',
        header: t('column.taken'),
        cell: (point) => (
          <>
            <RelativeTime atMs={point.createdAtMs} />
            <small className={styles.volume}>
              <PlainText text={point.volume} />
            </small>
          </>
        ),
      },
      { key: 'reason', header: t('column.reason'), cell: ({ reason }) => t(`reason.${reason}`) },
      { key: 'rows', header: t('column.rows'), align: 'end', cell: ({ rows }) => <Rows count={rows} /> },
      {
        key: 'size',
        header: t('column.size'),
        align: 'end',
        cell: ({ sizeBytes }) => (sizeBytes === null ? '–' : <ByteSize bytes={sizeBytes} />),
      },
      {
        key: 'expires',
        header: t('column.expires'),
        cell: ({ expiresAtMs }) => <RelativeTime atMs={expiresAtMs} />,
      },
      {
        key: 'actions',
        header: t('column.actions'),
        hiddenHeader: true,
        align: 'end',
        cell: (point) => (
          <RestorePointButtons
            point={point}
            newest={point.id === newestId}
            busy={instance.operationId !== null}
            onRemove={() => onRemove(point)}
          />
        ),
      },
    ],
    [t, newestId, instance.operationId, onRemove],
  );
}
