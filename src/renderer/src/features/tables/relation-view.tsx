import { useTranslations } from 'use-intl';
import type { Instance } from '../../../../shared/contract/instances.ts';
import type { RelationName } from '../../../../shared/contract/tables.ts';
import { type DatabasePlace, useRelation } from '../../api/tables.ts';
import { ErrorBanner } from '../../components/error-banner.tsx';
import { PlainText } from '../../components/plain-text.tsx';
import { TabStrip } from '../../components/tab-strip.tsx';
import { errorToShow } from '../../errors/error-to-show.ts';
import { relationKey, tableViewOf, useTableViewStore } from '../../stores/table-view-store.ts';
import styles from './relation-view.module.css';
import { RowsView } from './rows/rows-view.tsx';
import type { TableSubject } from './table-subject.ts';

interface RelationViewProps {
  instance: Instance;
  place: DatabasePlace;
  name: RelationName;
  readable: boolean;
  blocked: string | null;
}

/** One relation: its rows, or what it is made of. */
export function RelationView({ instance, place, name, readable, blocked }: RelationViewProps) {
  const t = useTranslations('tables');
  const view = useTableViewStore((store) => tableViewOf(store, place, name));
  const changeView = useTableViewStore((store) => store.change);
  const query = useRelation({ ...place, relation: name }, view.identity, readable);
  const error = errorToShow(query);
  const relation = query.data;
  return (
    <section className={styles.relation} aria-label={t('relation')}>
      <div className={styles.head}>
        <h2 className={styles.name}>
          <PlainText text={name.name} />
        </h2>
        <TabStrip
          label={t('subTabs')}
          tabs={(['rows', 'structure'] as const).map((id) => ({ id, label: t(`subTab.${id}`) }))}
          current={view.subTab}
          onSelect={(id) => changeView(place, name, { subTab: id === 'structure' ? 'structure' : 'rows' })}
        />
      </div>
      {error !== null && (
        <ErrorBanner title={t('unread')} error={error} onRetry={() => void query.refetch()} />
      )}
      {relation !== undefined && (
        <Content
          key={`${relationKey(name)} ${relation.fingerprint}`}
          subject={{
            instance,
            place: { ...place, relation: name },
            relation,
            view,
            change: (change) => changeView(place, name, change),
            readable,
            blocked,
          }}
        />
      )}
    </section>
  );
}

function Content({ subject }: { subject: TableSubject }) {
  switch (subject.view.subTab) {
    case 'rows':
      return <RowsView subject={subject} />;
    case 'structure':
      return null;
  }
}
