import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Instance } from '../../../../../shared/contract/instances.ts';
import { type DatabasePlace, useRelations } from '../../../api/tables.ts';
import { ErrorBanner } from '../../../components/error-banner.tsx';
import { errorToShow } from '../../../errors/error-to-show.ts';
import { useTableViewStore } from '../../../stores/table-view-store.ts';
import styles from './table-pane.module.css';

interface TablePaneProps {
  instance: Instance;
  place: DatabasePlace;
  readable: boolean;
}

/** What a database holds, to choose from. */
export function TablePane({ place, readable }: TablePaneProps) {
  const t = useTranslations('tables.tree');
  const query = useRelations(place, readable);
  const open = useTableViewStore((store) => store.open);
  const [wanted, setWanted] = useState('');
  const error = errorToShow(query);
  return (
    <aside className={styles.pane}>
      <input
        aria-label={t('find')}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
      {error !== null && (
        <ErrorBanner title={t('failed')} error={error} onRetry={() => void query.refetch()} />
      )}
      <div role="tree" aria-label={t('label')} tabIndex={0}>
        {query.data?.relations.map((relation) => (
          <div
            key={`${relation.schema}.${relation.name}`}
            role="treeitem"
            tabIndex={-1}
            aria-selected={false}
            onClick={() => open(place, { schema: relation.schema, name: relation.name })}
            onKeyDown={() => undefined}
          >
            {relation.name}
          </div>
        ))}
      </div>
    </aside>
  );
}
