import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { Redirect } from 'wouter';
import type { InstanceDetail } from '../../../../shared/contract/instances.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBanner } from '../../components/error-banner.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { PageBody } from '../../components/page-body.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { PlainText } from '../../components/plain-text.tsx';
import { TabLinks } from '../../components/tab-links.tsx';
import { lazyScreen } from '../../lazy-screen.ts';
import { InspectTab } from '../inspect/inspect-tab.tsx';
import { LogsTab } from '../logs/logs-tab.tsx';
import { RestorePointsTab } from '../restore-points/restore-points-tab.tsx';
import { InstanceBanners } from './instance-banners.tsx';
import { InstanceHeader } from './instance-header.tsx';
import styles from './instance-page.module.css';
import { instancePath } from './instance-path.ts';
import { type InstanceTab, instanceTabs } from './instance-tab.ts';
import { OverviewSkeleton } from './overview-skeleton.tsx';
import { OverviewTab } from './overview-tab.tsx';
import { useInstanceSubject } from './use-instance-subject.ts';

const TablesTab = lazyScreen(() => import('../tables/tables-tab.tsx').then((file) => file.TablesTab));
const SqlTab = lazyScreen(() => import('../sql/sql-tab.tsx').then((file) => file.SqlTab));

/** One instance, found by the name of its container: a recreated one of the same name stays on screen. */
export function InstancePage({ name, tab }: { name: string; tab: string | undefined }) {
  const t = useTranslations('instance');
  const subject = useInstanceSubject(name);
  const current = instanceTabs.find((known) => known === tab) ?? 'overview';

  if (subject.kind === 'gone')
    return subject.removedHere ? <Redirect to="/instances" /> : <Gone name={name} />;
  return (
    <>
      {subject.kind === 'here' ? (
        <InstanceHeader instance={subject.detail.instance} operation={subject.operation} />
      ) : (
        <PageHeader
          title={<PlainText text={name} />}
          sub={subject.kind === 'loading' ? t('loading') : undefined}
        />
      )}
      <TabLinks
        label={t('tabs')}
        tabs={instanceTabs.map((one) => ({
          to: instancePath(name, one),
          label: t(`tab.${one}`),
          current: one === current,
        }))}
      />
      {subject.kind === 'loading' && <OverviewSkeleton />}
      {subject.kind === 'failed' && (
        <PageBody>
          <div className={styles.overview}>
            <ErrorBanner title={t('failed.title')} error={subject.error} onRetry={subject.retry} />
          </div>
        </PageBody>
      )}
      {subject.kind === 'here' && <TabContent tab={current} detail={subject.detail} />}
    </>
  );
}

function TabContent({ tab, detail }: { tab: InstanceTab; detail: InstanceDetail }) {
  const { instance } = detail;
  switch (tab) {
    case 'overview':
      return (
        <PageBody>
          <div className={styles.overview}>
            <InstanceBanners instance={instance} />
            <OverviewTab detail={detail} />
          </div>
        </PageBody>
      );
    case 'data':
      return (
        <Suspense fallback={null}>
          <TablesTab instance={instance} />
        </Suspense>
      );
    case 'sql':
      return (
        <Suspense fallback={null}>
          <SqlTab instance={instance} />
        </Suspense>
      );
    case 'logs':
      return <LogsTab containerId={instance.id} />;
    case 'restore-points':
      return <RestorePointsTab instance={instance} />;
    case 'inspect':
      return <InspectTab name={instance.name} />;
  }
}

function Gone({ name }: { name: string }) {
  const t = useTranslations('instance');
  return (
    <>
      <PageHeader title={<PlainText text={name} />} />
      <PageBody>
        <EmptyState
          title={t('gone.title', { name })}
          actions={<LinkButton to="/instances">{t('back')}</LinkButton>}
        >
          {t('gone.body')}
        </EmptyState>
      </PageBody>
    </>
  );
}
