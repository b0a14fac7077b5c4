import { useTranslations } from 'use-intl';
import type { ResultInfo } from '../../../../shared/contract/results.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ResultNotice } from './result-notice.tsx';
import styles from './result-pane.module.css';

/** A result of rows that have no columns: `select` alone gives one such row. */
export function RowsOnly({ result, onRunWhole }: { result: ResultInfo; onRunWhole: () => void }) {
  const t = useTranslations('results');
  return (
    <div className={styles.pane}>
      <ResultNotice result={result} onRunWhole={onRunWhole} />
      <div className={styles.frame}>
        <div className={styles.overlay}>
          <EmptyState title={t('noColumns.title', { count: result.rowCount })}>
            {t('noColumns.body')}
          </EmptyState>
        </div>
      </div>
    </div>
  );
}
