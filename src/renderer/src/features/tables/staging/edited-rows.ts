import type { Cell } from '../../../../../shared/contract/results.ts';
import type { StagedValue } from '../../../../../shared/contract/row-changes.ts';
import type { TableRow } from '../../../../../shared/contract/table-rows.ts';
import { keyOf } from './rebase-saved.ts';
import { rowId } from './row-id.ts';
import type { RowTarget } from './row-target.ts';
import { isDefault } from './stage-cells.ts';
import type { StagedRow } from './staged-row.ts';
import type { StagedTable } from './staged-table.ts';

/** A row of the grid: what was read, and what is staged for it. */
export interface EditedRow {
  id: string;
  /** Null: it cannot be changed, as its key is not known. */
  target: RowTarget | null;
  staged: StagedRow | null;
  /** As it was read the last time; null: a new row. */
  read: TableRow | null;
  /** What is shown. Null also stands for a value that the server will make; see `isUnset`. */
  cells: readonly Cell[];
}

export interface EditedRows {
  rows: readonly EditedRow[];
  /** How many changed rows are not among them: they are on other pages, or the filter hides them. */
  elsewhere: number;
}

/** The rows of a page with what is staged, new rows below. `onlyChanged`: those that are staged, wherever they are. */
export function editedRows(page: readonly TableRow[], table: StagedTable, onlyChanged: boolean): EditedRows {
  const rows: EditedRow[] = [];
  const seen = new Set<string>();
  for (const [index, read] of page.entries()) {
    const row = editedRow(table, read, index);
    if (row.staged?.kind === 'insert') continue;
    if (row.staged !== null) seen.add(row.id);
    if (row.staged !== null || !onlyChanged) rows.push(row);
  }
  const others = [...table.rows.values()].filter(({ id }) => !seen.has(id));
  const inserts = others.filter(({ kind }) => kind === 'insert');
  const elsewhere = others.filter(({ kind }) => kind !== 'insert');
  if (onlyChanged) for (const staged of elsewhere) rows.push(withoutPage(table, staged));
  for (const staged of inserts) rows.push(withoutPage(table, staged));
  return { rows, elsewhere: elsewhere.length };
}

function editedRow(table: StagedTable, read: TableRow, index: number): EditedRow {
  const key = keyOf(table, read);
  if (key === null || key.length === 0) {
    return { id: `row ${index}`, target: null, staged: null, read, cells: read.cells };
  }
  const id = rowId(key);
  const staged = table.rows.get(id) ?? null;
  return {
    id,
    target: { kind: 'read', id, key, base: read },
    staged,
    read,
    cells: shownCells(table.columns, read, staged),
  };
}

function withoutPage(table: StagedTable, staged: StagedRow): EditedRow {
  const { id } = staged;
  if (staged.kind === 'insert') {
    const cells = shownCells(table.columns, null, staged);
    return { id, target: { kind: 'new', id }, staged, read: null, cells };
  }
  const { key, base } = staged;
  const cells = shownCells(table.columns, base, staged);
  return { id, target: { kind: 'read', id, key, base }, staged, read: base, cells };
}

function shownCells(
  columns: readonly string[],
  read: TableRow | null,
  staged: StagedRow | null,
): readonly Cell[] {
  if (read !== null && staged?.kind !== 'update') return read.cells;
  return columns.map((column, index) => {
    const value = stagedValue(staged, column);
    if (value === undefined) return read?.cells[index] ?? null;
    return isDefault(value) ? null : value;
  });
}

/** What is staged for one cell; undefined: nothing. */
export function stagedValue(staged: StagedRow | null, column: string): StagedValue | undefined {
  return staged === null || staged.kind === 'delete' || !Object.hasOwn(staged.values, column)
    ? undefined
    : staged.values[column];
}

/** The server will give this cell its value. */
export function isUnset(staged: StagedRow | null, column: string): boolean {
  const value = stagedValue(staged, column);
  return value === undefined ? staged?.kind === 'insert' : isDefault(value);
}
