import type { ReactNode } from 'react';
import styles from './page-header.module.css';

interface PageHeaderProps {
  title: ReactNode;
  /** All of the title on hover, where it may be too long for its line. */
  hover?: string;
  /** Right after the title: chips. */
  chips?: ReactNode;
  sub?: ReactNode;
  /** Buttons at the right end. */
  children?: ReactNode;
}

export function PageHeader({ title, hover, chips, sub, children }: PageHeaderProps) {
  return (
    <header className={styles.bar}>
      <h1 title={hover}>{title}</h1>
      {chips}
      <span className={styles.sub}>{sub}</span>
      {children}
    </header>
  );
}
