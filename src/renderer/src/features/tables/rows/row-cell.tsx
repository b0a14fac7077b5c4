import { useTranslations } from 'use-intl';
import { readTableCell } from '../../../api/tables.ts';
import { Button } from '../../../components/button.tsx';
import { CellViewer } from '../../results/cell-viewer/cell-viewer.tsx';
import type { EditedRow } from '../staging/edited-rows.ts';
import type { TableSubject } from '../table-subject.ts';
import { jumpsFromValue } from './row-jumps.ts';
import styles from './rows-view.module.css';
import { useJump } from './use-jump.ts';

interface RowCellProps {
  subject: TableSubject;
  row: EditedRow | undefined;
  /** Index of the column. */
  column: number;
  /** Counted from 1. */
  number: number;
  onClose: () => void;
}

/** The active cell's value, whole, and where it leads. */
export function RowCell({ subject, row, column: index, number, onClose }: RowCellProps) {
  const t = useTranslations('tables.cell');
  const jump = useJump(subject);
  const { relation, place, view } = subject;
  const column = relation.columns[index];
  const value = row?.cells[index];
  if (row === undefined || column === undefined || value === undefined) return null;
  const locator = row.read?.locator ?? null;
  return (
    <CellViewer
      place={JSON.stringify([row.id, row.read?.version, column.name])}
      column={column}
      row={number}
      value={value}
      read={(signal) =>
        readTableCell({ ...place, identity: view.identity }, locator ?? '', column.name, signal)
      }
      actions={jumpsFromValue(relation, row.cells, column.name).map((one) => (
        <Button key={one.constraint} title={one.constraint} onClick={() => jump.go(one)}>
          {t('goTo', { table: jump.nameOf(one.to) })}
          <span aria-hidden="true" className={styles.arrow}>
            →
          </span>
        </Button>
      ))}
      onClose={onClose}
    />
  );
}
