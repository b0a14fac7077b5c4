import { type KeyboardEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Instance } from '../../../../shared/contract/instances.ts';
import type { RelationName } from '../../../../shared/contract/tables.ts';
import { type DatabasePlace, useRelation, useRereadTable } from '../../api/tables.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBanner } from '../../components/error-banner.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { TableSkeleton } from '../../components/table-skeleton.tsx';
import { visibleText } from '../../components/visible-text.ts';
import { errorToShow } from '../../errors/error-to-show.ts';
import { databaseViewOf, tableViewOf, useTableViewStore } from '../../stores/table-view-store.ts';
import { ImportButton } from './csv-import/import-button.tsx';
import { ExportButton } from './export/export-button.tsx';
import { RelationHead } from './relation-head.tsx';
import styles from './relation-view.module.css';
import { RowsView } from './rows/rows-view.tsx';
import { StructureView } from './structure/structure-view.tsx';
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
  const goBack = useTableViewStore((store) => store.back);
  const cameFrom = useTableViewStore((store) => databaseViewOf(store, place).trail.at(-1)?.relation ?? null);
  const at = { ...place, relation: name };
  const query = useRelation(at, view.identity, readable);
  const reread = useRereadTable();
  const [exporting, setExporting] = useState(false);
  const error = errorToShow(query);
  const isGone = error?.code === 'not-found' && error.kind === 'relation';
  const relation = isGone ? undefined : query.data;
  const subject: TableSubject | null =
    relation === undefined
      ? null
      : {
          instance,
          place: at,
          relation,
          view,
          change: (change) => changeView(place, name, change),
          readable,
          blocked,
        };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Backspace' || !event.altKey || cameFrom === null) return;
    event.preventDefault();
    goBack(place);
  };

  return (
    <section
      className={styles.relation}
      aria-label={t('relation', { name: visibleText(name.name) })}
      onKeyDown={onKeyDown}
    >
      <RelationHead
        name={name}
        kind={relation?.kind ?? null}
        subTab={view.subTab}
        onSubTab={(subTab) => changeView(place, name, { subTab })}
        cameFrom={cameFrom}
        onBack={() => goBack(place)}
        actions={
          <>
            {subject !== null && <ImportButton subject={subject} />}
            {subject !== null && (
              <ExportButton subject={subject} open={exporting} onOpenChange={setExporting} />
            )}
            <IconButton
              icon="refresh"
              label={t('refresh')}
              disabledReason={blocked}
              onClick={() => void reread(at)}
            />
          </>
        }
      />
      {isGone ? (
        <EmptyState
          title={t('gone.title', { name: visibleText(name.name) })}
          actions={<Button onClick={() => void query.refetch()}>{t('gone.again')}</Button>}
        >
          {t('gone.body')}
        </EmptyState>
      ) : (
        error !== null && (
          <ErrorBanner title={t('unread')} error={error} onRetry={() => void query.refetch()} />
        )
      )}
      {subject === null ? (
        error === null && readable && <TableSkeleton />
      ) : (
        <Content key={subject.relation.fingerprint} subject={subject} onExport={() => setExporting(true)} />
      )}
    </section>
  );
}

function Content({ subject, onExport }: { subject: TableSubject; onExport: () => void }) {
  const t = useTranslations('tables.rows');
  const { place, relation, readable } = subject;
  switch (subject.view.subTab) {
    case 'rows':
      return relation.columns.length === 0 ? (
        <EmptyState title={t('noColumns')} />
      ) : (
        <RowsView subject={subject} onExport={onExport} />
      );
    case 'structure':
      return <StructureView place={place} relation={relation} readable={readable} />;
  }
}
