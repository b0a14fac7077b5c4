import styles from './skeleton.module.css';

/** Holds the place of a text that is not there yet. */
export function Skeleton({ widthPx = 96 }: { widthPx?: number }) {
  return <span className={styles.bone} style={{ width: widthPx }} aria-hidden="true" />;
}
