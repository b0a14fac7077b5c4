import { type Ref, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import type { ResultInfo } from '../../../../shared/contract/results.ts';
import { windowErrorOf } from '../../api/call-failure.ts';
import { DataGrid, type GridHandle } from '../../components/data-grid/data-grid.tsx';
import type { GridSelection } from '../../components/data-grid/grid-selection.ts';
import type { GridView } from '../../components/data-grid/grid-view.ts';
import type { PageCache } from '../../components/data-grid/page-cache.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBanner } from '../../components/error-banner.tsx';
import styles from './result-pane.module.css';
import type { ResultShape } from './result-shape.ts';

interface ResultGridProps {
  ref: Ref<GridHandle>;
  result: ResultInfo;
  source: PageCache;
  shape: ResultShape;
  selection: GridSelection;
  onSelect: (selection: GridSelection) => void;
  start: GridView | undefined;
  onLeave: (view: GridView) => void;
  onOpen: () => void;
  onEscape: (() => void) | undefined;
  onCopy: () => void;
  onFind: () => void;
  highlight: string;
}

/** The grid of a result. */
export function ResultGrid({ result, source, shape, ...grid }: ResultGridProps) {
  const t = useTranslations('results');
  const failure = useSyncExternalStore(source.subscribe, () => source.failure);
  const isEmpty = result.rowCount === 0 && result.state !== 'running';
  return (
    <div className={styles.frame}>
      <DataGrid
        label={t('grid')}
        {...grid}
        columns={shape.columns}
        source={shape.source}
        rowLook={shape.rowLook}
      />
      {isEmpty && (
        <div className={styles.overlay}>
          <EmptyState title={t('noRows')} />
        </div>
      )}
      {failure !== null && (
        <div className={styles.failure}>
          <ErrorBanner title={t('unread')} error={windowErrorOf(failure)} onRetry={() => source.retry()} />
        </div>
      )}
    </div>
  );
}
