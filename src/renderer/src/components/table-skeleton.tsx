import { useTranslations } from 'use-intl';
import { Skeleton } from './skeleton.tsx';
import styles from './table-skeleton.module.css';

/** Stands where a table will be, in its shape. */
export function TableSkeleton() {
  const t = useTranslations('common');
  return (
    <div className={styles.rows} aria-busy="true">
      <span className="visually-hidden">{t('loading')}</span>
      {['head', 'first', 'second', 'third'].map((row) => (
        <div key={row} className={styles.row}>
          <Skeleton widthPx={140} />
          <Skeleton widthPx={90} />
          <Skeleton widthPx={60} />
          <Skeleton widthPx={120} />
        </div>
      ))}
    </div>
  );
}
