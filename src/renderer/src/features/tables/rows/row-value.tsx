import { useTranslations } from 'use-intl';
import { readTableCell } from '../../../api/tables.ts';
import { ValueEditor } from '../editors/value-editor.tsx';
import type { TableEdit } from '../saving/use-table-edit.ts';
import { editRefusal } from '../staging/edit-refusal.ts';
import { valueAt } from '../staging/use-cell-editing.tsx';
import { RowCell } from './row-cell.tsx';
import { ValueJumps } from './value-jumps.tsx';

interface RowValueProps {
  edit: TableEdit;
  /** Another object each time it is opened to be worked in; null: shown because its cell is active. */
  opening: object | null;
  onClose: () => void;
}

/** The active cell's value beside the grid: to be edited where it can be, else to be read. */
export function RowValue({ edit, opening, onClose }: RowValueProps) {
  const t = useTranslations('tableEdit.why');
  const { subject, rows, selection, looks } = edit;
  const { relation, place, view } = subject;
  const { active } = selection;
  const row = rows[active.row];
  const column = relation.columns[active.column];
  const refusal = editRefusal(relation, column, row);
  const target = row?.target ?? null;
  if (row === undefined || column === undefined || target === null || relation.readOnlyReason !== null) {
    return (
      <RowCell subject={subject} row={row} column={active.column} number={active.row + 1} onClose={onClose} />
    );
  }
  const locator = row.read?.locator ?? '';
  return (
    <ValueEditor
      key={JSON.stringify([row.id, row.read?.version, column.name])}
      column={column}
      rowLabel={looks.rowLook(active.row).label}
      value={valueAt(relation, rows, active)}
      read={(signal) => readTableCell({ ...place, identity: view.identity }, locator, column.name, signal)}
      refusal={refusal === null ? null : t(refusal)}
      problem={looks.cellLook(active.row, active.column)?.problem ?? null}
      opening={opening}
      actions={<ValueJumps subject={subject} row={row} column={column.name} />}
      onChange={(value) => edit.stage([{ row: target, column: column.name, value }])}
      onClose={onClose}
    />
  );
}
