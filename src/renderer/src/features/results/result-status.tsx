import { useTranslations } from 'use-intl';
import type { ResultInfo } from '../../../../shared/contract/results.ts';
import { Duration } from '../../components/duration.tsx';
import styles from './result-pane.module.css';

/** How many rows there are and how long they took: "3 rows · 4 ms". */
export function ResultStatus({ result: { rowCount, state, durationMs } }: { result: ResultInfo }) {
  const t = useTranslations('results');
  return (
    <span className={styles.status}>
      {t(state === 'running' ? 'rowsSoFar' : 'rows', { count: rowCount })}
      {durationMs !== null && (
        <>
          {' · '}
          <Duration ms={durationMs} />
        </>
      )}
    </span>
  );
}
