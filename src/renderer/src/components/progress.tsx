import { Progress as BaseProgress } from '@base-ui/react/progress';
import { classNames } from './class-names.ts';
import styles from './progress.module.css';

/** How far something is. `total` null: nobody knows, it only moves. */
export function Progress({ label, done, total }: { label: string; done: number; total: number | null }) {
  const known = total !== null && total > 0;
  return (
    <BaseProgress.Root
      aria-label={label}
      value={known ? Math.min(done, total) : null}
      max={known ? total : 100}
    >
      <BaseProgress.Track className={styles.track}>
        <BaseProgress.Indicator className={classNames(styles.bar, !known && styles.unknown)} />
      </BaseProgress.Track>
    </BaseProgress.Root>
  );
}
