import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { VolumeRow } from '../../../../shared/contract/volumes.ts';
import { useVolumeSizes, useVolumes } from '../../api/volumes.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBanner } from '../../components/error-banner.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { TableArea } from '../../components/table-area.tsx';
import { TableSkeleton } from '../../components/table-skeleton.tsx';
import { useByteSize } from '../../components/use-byte-size.ts';
import { EngineGate } from '../engine/engine-gate.tsx';
import { useNoEngine } from '../engine/use-no-engine.ts';
import { EmptyRestorePointsDialog } from './empty-restore-points-dialog.tsx';
import { filterVolumes, type VolumeFilter } from './volume-filter.ts';
import { VolumeFilterBar } from './volume-filter-bar.tsx';
import { VolumesTable } from './volumes-table.tsx';

/** Every volume of the engine: who uses it, what it holds, whether it is still wanted. */
export function VolumesPage() {
  return (
    <EngineGate>
      <VolumesScreen />
    </EngineGate>
  );
}

function VolumesScreen() {
  const t = useTranslations('volumes');
  const { data: volumes, error, refetch } = useVolumes();
  const [filter, setFilter] = useState<VolumeFilter>('all');
  const [emptying, setEmptying] = useState(false);
  const shown = filterVolumes(volumes ?? [], filter);
  const total = useTotalSize(volumes, shown);
  const noEngine = useNoEngine();
  const restorePoints = filterVolumes(volumes ?? [], 'restore-points').length;
  return (
    <>
      <PageHeader
        title={t('title')}
        sub={
          [volumes && t('summary', { count: shown.length }), total].filter(Boolean).join(', ') || undefined
        }
      >
        <VolumeFilterBar rows={volumes ?? []} filter={filter} onChange={setFilter} />
        <Button
          disabledReason={noEngine ?? (restorePoints === 0 ? t('noRestorePoints') : null)}
          onClick={() => setEmptying(true)}
        >
          {t('emptyRestorePoints')}
        </Button>
      </PageHeader>
      <TableArea>
        {volumes === undefined && error !== null && (
          <ErrorBanner title={t('listFailed')} error={error.error} onRetry={() => void refetch()} />
        )}
        {volumes === undefined && error === null && <TableSkeleton />}
        {volumes !== undefined && shown.length === 0 && <NoVolumes filter={filter} />}
        {volumes !== undefined && shown.length > 0 && <VolumesTable all={volumes} rows={shown} />}
      </TableArea>
      <EmptyRestorePointsDialog open={emptying} onClose={() => setEmptying(false)} />
    </>
  );
}

/** "1.2 GiB in all" of those shown, once it is known. */
function useTotalSize(
  all: readonly VolumeRow[] | undefined,
  shown: readonly VolumeRow[],
): string | undefined {
  const t = useTranslations('volumes');
  const byteSize = useByteSize();
  const { data: sizes } = useVolumeSizes(all);
  if (sizes === undefined || shown.length === 0) return undefined;
  const totalBytes = shown.reduce((sum, { name }) => sum + (sizes[name] ?? 0), 0);
  return t('totalSize', { size: byteSize(totalBytes) });
}

function NoVolumes({ filter }: { filter: VolumeFilter }) {
  const t = useTranslations('volumes.emptyList');
  switch (filter) {
    case 'all':
      return <EmptyState title={t('title')}>{t('text')}</EmptyState>;
    case 'orphans':
      return <EmptyState title={t('filteredTitle')}>{t('orphans')}</EmptyState>;
    case 'restore-points':
      return <EmptyState title={t('filteredTitle')}>{t('restorePoints')}</EmptyState>;
  }
}
