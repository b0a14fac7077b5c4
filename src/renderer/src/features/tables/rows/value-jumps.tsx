import { useTranslations } from 'use-intl';
import { Button } from '../../../components/button.tsx';
import type { EditedRow } from '../staging/edited-rows.ts';
import type { TableSubject } from '../table-subject.ts';
import { jumpsFromValue } from './row-jumps.ts';
import { useJump } from './use-jump.ts';
import styles from './value-jumps.module.css';

interface ValueJumpsProps {
  subject: TableSubject;
  row: EditedRow;
  /** Name of the column. */
  column: string;
}

/** Where the value of a foreign key leads. */
export function ValueJumps({ subject, row, column }: ValueJumpsProps) {
  const t = useTranslations('tables.cell');
  const jump = useJump(subject);
  const jumps = jumpsFromValue(subject.relation, row.cells, column);
  if (jumps.length === 0) return null;
  return (
    <div className={styles.jumps}>
      {jumps.map((one) => (
        <Button key={one.constraint} title={one.constraint} onClick={() => jump.go(one)}>
          {t('goTo', { table: jump.nameOf(one.to) })}
          <span aria-hidden="true" className={styles.arrow}>
            →
          </span>
        </Button>
      ))}
    </div>
  );
}
