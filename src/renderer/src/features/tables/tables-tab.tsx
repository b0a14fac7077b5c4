import { useTranslations } from 'use-intl';
import type { Instance } from '../../../../shared/contract/instances.ts';
import { type DatabasePlace, useRelations } from '../../api/tables.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { databaseViewOf, useTableViewStore } from '../../stores/table-view-store.ts';
import { isUp } from '../instance/is-up.ts';
import { CreateCustomers } from './customers/create-customers.tsx';
import { RelationView } from './relation-view.tsx';
import { tellInterruptedSaves } from './saving/interrupted-saves.ts';
import { keepStaged } from './staging/keep-staged.ts';
import { StoppedBanner } from './stopped-banner.tsx';
import styles from './tables-tab.module.css';
import { TablePane } from './tree/table-pane.tsx';
import { useTablesBlocked } from './use-tables-blocked.ts';

// What was staged before the page was loaded is there before anything asks for it.
keepStaged();
tellInterruptedSaves();

/** The databases of an instance: their tables, and the rows of one of them. */
export function TablesTab({ instance }: { instance: Instance }) {
  const database = useTableViewStore((store) => store.databases[instance.name] ?? null);
  const place = { instance: instance.name, database };
  const opened = useTableViewStore((store) => databaseViewOf(store, place).open);
  const readable = isUp(instance.state) && instance.ready === true;
  const blocked = useTablesBlocked(instance);
  return (
    <div className={styles.tab}>
      <TablePane place={place} readable={readable} blocked={blocked} />
      <div className={styles.content}>
        <StoppedBanner instance={instance} />
        {opened === null ? (
          <NothingOpen place={place} readable={readable} blocked={blocked} />
        ) : (
          <RelationView
            key={JSON.stringify([place, opened])}
            instance={instance}
            place={place}
            name={opened}
            readable={readable}
            blocked={blocked}
          />
        )}
      </div>
    </div>
  );
}

interface NothingOpenProps {
  place: DatabasePlace;
  readable: boolean;
  blocked: string | null;
}

/** What to begin with: a table to choose, or the sample where there is none. */
function NothingOpen(props: NothingOpenProps) {
  const t = useTranslations('tables');
  const { data: list } = useRelations(props.place, props.readable);
  return (
    <div className={styles.nothing}>
      {list?.relations.length !== 0 && <EmptyState title={t('choose.title')}>{t('choose.body')}</EmptyState>}
      <CreateCustomers as="page" {...props} />
    </div>
  );
}
