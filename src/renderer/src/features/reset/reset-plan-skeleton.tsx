import { useTranslations } from 'use-intl';
import { Skeleton } from '../../components/skeleton.tsx';
import styles from './reset-plan-skeleton.module.css';

/** Keeps the place of the plan while the server is asked what it holds (two seconds at most). */
export function ResetPlanSkeleton() {
  const t = useTranslations('reset');
  return (
    <div className={styles.plan} aria-busy="true">
      <p className="muted">{t('reading')}</p>
      {[420, 560, 340, 520, 300, 480, 360, 500].map((widthPx) => (
        <Skeleton key={widthPx} widthPx={widthPx} />
      ))}
    </div>
  );
}
