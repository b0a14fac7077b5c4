import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './page-body.module.css';

/** The part of a screen that scrolls. `stack` puts its parts under each other, 12 px apart. */
export function PageBody({ stack = false, children }: { stack?: boolean; children: ReactNode }) {
  return <div className={classNames(styles.body, stack && styles.stack)}>{children}</div>;
}
