import type { ReactNode } from 'react';
import styles from './table-area.module.css';

/** The rest of a screen for one table, which scrolls in itself under its header. */
export function TableArea({ children }: { children: ReactNode }) {
  return <div className={styles.area}>{children}</div>;
}
