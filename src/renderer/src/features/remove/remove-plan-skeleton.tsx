import { useTranslations } from 'use-intl';
import { Skeleton } from '../../components/skeleton.tsx';
import styles from './remove-plan.module.css';

export function RemovePlanSkeleton() {
  const t = useTranslations('remove');
  return (
    <div className={styles.waiting} aria-busy="true">
      <p className="muted">{t('reading')}</p>
      {[360, 420, 300, 400].map((widthPx) => (
        <Skeleton key={widthPx} widthPx={widthPx} />
      ))}
    </div>
  );
}
