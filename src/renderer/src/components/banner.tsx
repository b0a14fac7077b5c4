import type { ReactNode } from 'react';
import styles from './banner.module.css';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

interface BannerProps {
  tone: 'info' | 'warn' | 'bad';
  children: ReactNode;
  /** Buttons at the right end. */
  actions?: ReactNode;
}

/** Something to know about the whole screen or card, in place, without taking the focus. */
export function Banner({ tone, children, actions }: BannerProps) {
  return (
    <div className={classNames(styles.banner, styles[tone])} role={tone === 'bad' ? 'alert' : 'note'}>
      <Icon name={tone === 'info' ? 'info' : 'warning'} />
      <div className={styles.text}>{children}</div>
      {actions}
    </div>
  );
}
