import { useTranslations } from 'use-intl';
import type { ResultInfo } from '../../../../shared/contract/results.ts';
import styles from './result-pane.module.css';

/** How many rows have arrived while more do; the console says beside its tabs how many there are in the end. */
export function ResultStatus({ result: { rowCount, state } }: { result: ResultInfo }) {
  const t = useTranslations('results');
  if (state !== 'running') return null;
  return <span className={styles.status}>{t('rowsSoFar', { count: rowCount })}</span>;
}
