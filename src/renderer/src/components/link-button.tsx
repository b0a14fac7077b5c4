import type { ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './button.module.css';
import { classNames } from './class-names.ts';

/** A link to another screen that looks like a button. */
export function LinkButton({
  to,
  primary = false,
  children,
}: {
  to: string;
  primary?: boolean;
  children: ReactNode;
}) {
  return (
    <Link to={to} className={classNames(styles.button, primary && styles.primary)}>
      {children}
    </Link>
  );
}
