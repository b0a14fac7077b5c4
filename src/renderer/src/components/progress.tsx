import { Progress as BaseProgress } from '@base-ui/react/progress';
import { classNames } from './class-names.ts';
import styles from './progress.module.css';

interface ProgressProps {
  label: string;
  done: number;
  /** Null: nobody knows, it only moves. */
  total: number | null;
  /** As wide as what it stands in. */
  wide?: boolean;
}

/** How far something is. */
export function Progress({ label, done, total, wide = false }: ProgressProps) {
  const known = total !== null && total > 0;
  return (
    <BaseProgress.Root
      aria-label={label}
      value={known ? Math.min(done, total) : null}
      max={known ? total : 100}
    >
      <BaseProgress.Track className={classNames(styles.track, wide && styles.wide)}>
        <BaseProgress.Indicator className={classNames(styles.bar, !known && styles.unknown)} />
      </BaseProgress.Track>
    </BaseProgress.Root>
  );
}
