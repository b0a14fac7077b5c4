import type { ReactNode } from 'react';
import { useFormatter } from 'use-intl';
import { Card } from '../../../components/card.tsx';
import styles from './structure-section.module.css';

interface StructureSectionProps {
  title: string;
  count: number;
  /** What is said when there is none. */
  empty: string;
  /** The table. */
  children: ReactNode;
}

/** One kind of part of a relation. A long list scrolls in itself, so that the sections stay near each other. */
export function StructureSection({ title, count, empty, children }: StructureSectionProps) {
  const format = useFormatter();
  return (
    <Card
      flush
      title={title}
      aside={count === 0 ? undefined : <span className="muted numeric">{format.number(count)}</span>}
    >
      {count === 0 ? <p className={styles.none}>{empty}</p> : <div className={styles.list}>{children}</div>}
    </Card>
  );
}
