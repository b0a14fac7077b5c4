import { type ReactNode, useId } from 'react';
import styles from './card.module.css';

interface CardProps {
  /** Heading, and name of the region. Without one the card is only a frame. */
  title?: ReactNode;
  /** At the right end of the heading: a chip, buttons. */
  aside?: ReactNode;
  /** The content brings its own padding (tables). */
  flush?: boolean;
  children: ReactNode;
}

export function Card({ title, aside, flush = false, children }: CardProps) {
  const titleId = useId();
  if (title === undefined) {
    return (
      <div className={styles.card}>{flush ? children : <div className={styles.body}>{children}</div>}</div>
    );
  }
  return (
    <section className={styles.card} aria-labelledby={titleId}>
      <header className={styles.header}>
        <h2 id={titleId}>{title}</h2>
        {aside}
      </header>
      {flush ? children : <div className={styles.body}>{children}</div>}
    </section>
  );
}
