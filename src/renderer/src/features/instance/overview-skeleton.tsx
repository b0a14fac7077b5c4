import { useTranslations } from 'use-intl';
import { Card } from '../../components/card.tsx';
import { classNames } from '../../components/class-names.ts';
import { KeyValues } from '../../components/key-values.tsx';
import { PageBody } from '../../components/page-body.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import styles from './overview-tab.module.css';

/** The overview before anything is known: the same cards, so that nothing jumps. */
export function OverviewSkeleton() {
  const t = useTranslations('instance');
  const bone = (label: string, widthPx: number) =>
    [label, <Skeleton key={label} widthPx={widthPx} />] as const;
  return (
    <PageBody>
      <div className={classNames(styles.grid, styles.waiting)} aria-busy="true">
        <Card title={t('connect.title')}>
          <KeyValues
            rows={[
              bone(t('connect.uri'), 260),
              bone(t('connect.hostPort'), 120),
              bone(t('connect.database'), 80),
              bone(t('connect.user'), 80),
            ]}
          />
        </Card>
        <Card title={t('storage.title')}>
          <KeyValues
            rows={[
              bone(t('storage.volume'), 160),
              bone(t('storage.mountedAt'), 200),
              bone(t('storage.dataDirectory'), 200),
              bone(t('storage.size'), 60),
            ]}
          />
        </Card>
      </div>
    </PageBody>
  );
}
