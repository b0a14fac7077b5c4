import { type KeyboardEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { WindowError } from '../../api/call-failure.ts';
import { useRereadTable } from '../../api/tables.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBanner } from '../../components/error-banner.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { TableSkeleton } from '../../components/table-skeleton.tsx';
import { visibleText } from '../../components/visible-text.ts';
import { databaseViewOf, useTableViewStore } from '../../stores/table-view-store.ts';
import { ImportButton } from './csv-import/import-button.tsx';
import { ExportButton } from './export/export-button.tsx';
import { FilterButton } from './filter/filter-button.tsx';
import { RelationHead } from './relation-head.tsx';
import styles from './relation-view.module.css';
import { RowsView } from './rows/rows-view.tsx';
import { StructureView } from './structure/structure-view.tsx';
import type { TableSubject } from './table-subject.ts';
import { type SubjectInput, useTableSubject } from './use-table-subject.ts';

/** One relation: its rows, or what it is made of. */
export function RelationView(input: SubjectInput) {
  const t = useTranslations('tables');
  const { place, name, readable, blocked } = input;
  const { view, subject, error, isGone, lookAgain } = useTableSubject(input);
  const changeView = useTableViewStore((store) => store.change);
  const goBack = useTableViewStore((store) => store.back);
  const cameFrom = useTableViewStore((store) => databaseViewOf(store, place).trail.at(-1)?.relation ?? null);
  const reread = useRereadTable();
  const [exporting, setExporting] = useState(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Backspace' || !event.altKey || cameFrom === null || isInText(event)) return;
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
        kind={subject?.relation.kind ?? null}
        subTab={view.subTab}
        onSubTab={(subTab) => changeView(place, name, { subTab })}
        cameFrom={cameFrom}
        onBack={() => goBack(place)}
        actions={
          <div className={styles.actions}>
            {subject !== null && view.subTab === 'rows' && subject.relation.columns.length > 0 && (
              <FilterButton subject={subject} />
            )}
            {subject !== null && <ImportButton subject={subject} />}
            {subject !== null && (
              <ExportButton subject={subject} open={exporting} onOpenChange={setExporting} />
            )}
            <IconButton
              icon="refresh"
              label={t('refresh')}
              disabledReason={blocked}
              onClick={() => void reread({ ...place, relation: name })}
            />
          </div>
        }
      />
      {error !== null && <Failure error={error} isGone={isGone} name={name.name} onRetry={lookAgain} />}
      {subject === null ? (
        error === null &&
        (readable ? (
          <TableSkeleton />
        ) : (
          <EmptyState title={t('notRead.title')}>{t('notRead.body')}</EmptyState>
        ))
      ) : (
        <Content key={subject.relation.fingerprint} subject={subject} onExport={() => setExporting(true)} />
      )}
    </section>
  );
}

/** The key is for a text that is being typed. */
const isInText = ({ target }: KeyboardEvent): boolean =>
  target instanceof Element && target.matches('input, textarea, [contenteditable=true]');

interface FailureProps {
  error: WindowError;
  isGone: boolean;
  name: string;
  onRetry: () => void;
}

function Failure({ error, isGone, name, onRetry }: FailureProps) {
  const t = useTranslations('tables');
  if (!isGone) return <ErrorBanner title={t('unread')} error={error} onRetry={onRetry} />;
  return (
    <EmptyState
      title={t('gone.title', { name: visibleText(name) })}
      actions={<Button onClick={onRetry}>{t('gone.again')}</Button>}
    >
      {t('gone.body')}
    </EmptyState>
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
