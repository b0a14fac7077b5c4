import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';
import { useInstances } from '../../api/instances.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBanner } from '../../components/error-banner.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { TableArea } from '../../components/table-area.tsx';
import { TableSkeleton } from '../../components/table-skeleton.tsx';
import { useDialogStore } from '../../stores/dialog-store.ts';
import { EngineGate } from '../engine/engine-gate.tsx';
import { useNoEngine } from '../engine/use-no-engine.ts';
import { InstancesTable } from './instances-table.tsx';

/** Home: every container that runs Postgres. */
export function InstancesPage() {
  return (
    <EngineGate>
      <InstancesScreen />
    </EngineGate>
  );
}

function InstancesScreen() {
  const t = useTranslations('instances');
  const { data: instances, error, refetch } = useInstances();
  const running = instances?.filter(({ state }) => state === 'running').length ?? 0;
  return (
    <>
      <PageHeader
        title={t('title')}
        sub={
          instances === undefined
            ? undefined
            : t('summary', { count: instances.length, running: `${running}` })
        }
      >
        <HeaderButtons />
      </PageHeader>
      <TableArea>
        {instances === undefined && error !== null && (
          <ErrorBanner title={t('listFailed')} error={error.error} onRetry={() => void refetch()} />
        )}
        {instances === undefined && error === null && <TableSkeleton />}
        {instances?.length === 0 && <NoInstances />}
        {instances !== undefined && instances.length > 0 && <InstancesTable instances={instances} />}
      </TableArea>
    </>
  );
}

function HeaderButtons() {
  const t = useTranslations('instances');
  const [, navigate] = useLocation();
  const openDialog = useDialogStore((store) => store.openDialog);
  return (
    <>
      <Button disabledReason={useNoEngine()} onClick={() => openDialog({ kind: 'load-image' })}>
        {t('load')}
      </Button>
      <Button variant="primary" onClick={() => navigate('/new-instance')}>
        {t('new')}
      </Button>
    </>
  );
}

function NoInstances() {
  const t = useTranslations('instances');
  const [, navigate] = useLocation();
  return (
    <EmptyState
      title={t('empty.title')}
      actions={
        <Button variant="primary" onClick={() => navigate('/new-instance')}>
          {t('new')}
        </Button>
      }
    >
      {t('empty.text')}
    </EmptyState>
  );
}
