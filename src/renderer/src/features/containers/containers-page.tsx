import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ContainerRow } from '../../../../shared/contract/containers.ts';
import { useContainers } from '../../api/containers.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBanner } from '../../components/error-banner.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { TableArea } from '../../components/table-area.tsx';
import { TableSkeleton } from '../../components/table-skeleton.tsx';
import { EngineGate } from '../engine/engine-gate.tsx';
import { ContainersTable } from './containers-table.tsx';
import { RemoveContainerDialog } from './remove-container-dialog.tsx';

/** Every container of the engine, Postgres or not. */
export function ContainersPage() {
  return (
    <EngineGate>
      <ContainersScreen />
    </EngineGate>
  );
}

function ContainersScreen() {
  const t = useTranslations('containers');
  const { data: containers, error, refetch } = useContainers();
  const [removing, setRemoving] = useState<ContainerRow | null>(null);
  const running = containers?.filter(({ state }) => state === 'running').length ?? 0;
  return (
    <>
      <PageHeader
        title={t('title')}
        sub={
          containers === undefined
            ? undefined
            : t('summary', { count: containers.length, running: `${running}` })
        }
      />
      <TableArea>
        {containers === undefined && error !== null && (
          <ErrorBanner title={t('listFailed')} error={error.error} onRetry={() => void refetch()} />
        )}
        {containers === undefined && error === null && <TableSkeleton />}
        {containers?.length === 0 && <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
        {containers !== undefined && containers.length > 0 && (
          <ContainersTable containers={containers} onRemove={setRemoving} />
        )}
      </TableArea>
      <RemoveContainerDialog container={removing} onClose={() => setRemoving(null)} />
    </>
  );
}
