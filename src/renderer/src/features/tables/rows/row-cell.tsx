import { readTableCell } from '../../../api/tables.ts';
import { CellViewer } from '../../results/cell-viewer/cell-viewer.tsx';
import type { EditedRow } from '../staging/edited-rows.ts';
import type { TableSubject } from '../table-subject.ts';
import { ValueJumps } from './value-jumps.tsx';

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
      actions={<ValueJumps subject={subject} row={row} column={column.name} />}
      onClose={onClose}
    />
  );
}
