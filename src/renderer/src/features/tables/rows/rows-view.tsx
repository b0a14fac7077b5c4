import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { DataGrid, type GridHandle } from '../../../components/data-grid/data-grid.tsx';
import { selectCell } from '../../../components/data-grid/grid-selection.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorBanner } from '../../../components/error-banner.tsx';
import { visibleText } from '../../../components/visible-text.ts';
import type { TableSubject } from '../table-subject.ts';
import { PageSource } from './page-source.ts';
import styles from './rows-view.module.css';
import { useRows } from './use-rows.ts';

const firstCell = selectCell({ row: 0, column: 0 });

/** The rows of a relation, page by page. Another relation or other columns are another view: give it another `key`. */
export function RowsView({ subject }: { subject: TableSubject }) {
  const t = useTranslations('tables.rows');
  const { relation, view, change } = subject;
  const rows = useRows(subject);
  const grid = useRef<GridHandle>(null);
  const [source] = useState(() => new PageSource());
  const page = rows.shown?.page ?? null;
  useEffect(() => source.setPage(page), [source, page]);

  return (
    <div className={styles.view}>
      <div className={styles.tools} />
      {rows.error !== null && <ErrorBanner title={t('unread')} error={rows.error} onRetry={rows.reread} />}
      <div className={styles.body}>
        <div className={styles.frame} aria-busy={rows.reading}>
          <DataGrid
            ref={grid}
            label={t('grid', { name: visibleText(relation.name) })}
            columns={relation.columns}
            source={source}
            selection={view.selection ?? firstCell}
            onSelect={(selection) => change({ selection })}
            onOpen={() => undefined}
            onCopy={() => undefined}
            onFind={() => undefined}
          />
          {page?.rows.length === 0 && (
            <div className={styles.overlay}>
              <EmptyState title={t('none')} />
            </div>
          )}
        </div>
      </div>
    </div>
  );
}
