import type { TableRow } from '../../../../../shared/contract/table-rows.ts';
import { keyOf } from './rebase-saved.ts';
import { rowId } from './row-id.ts';
import type { StagedRow } from './staged-row.ts';
import type { StagedColumns, StagedTable } from './staged-table.ts';

export interface FittedTable {
  table: StagedTable;
  /** Columns that had values staged and are gone. */
  lostColumns: string[];
  /** Rows that cannot be found by the new key columns: they have no value there. */
  lostRows: number;
}

/**
 * Makes what is staged fit a relation whose columns or key were changed. Values of columns that are still there stay;
 * the steps are past, as they speak of columns that may be gone.
 */
export function fitColumns(table: StagedTable, next: StagedColumns): FittedTable {
  const lost = new Set<string>();
  const rows = new Map<string, StagedRow>();
  let lostRows = 0;
  for (const state of table.rows.values()) {
    const fitted = fitRow(table, next, state, lost);
    if (fitted === null) lostRows += 1;
    else if (fitted !== 'nothing') rows.set(fitted.id, fitted);
  }
  return { table: { ...table, ...next, rows, undo: [], redo: [] }, lostColumns: [...lost], lostRows };
}

export const sameColumns = (one: StagedColumns, other: StagedColumns): boolean =>
  (['columns', 'keyColumns', 'madeColumns'] as const).every(
    (list) =>
      one[list].length === other[list].length &&
      one[list].every((name, index) => name === other[list][index]),
  );

/** `nothing`: only values of lost columns were staged. Null: the row has no key any more. */
function fitRow(
  from: StagedColumns,
  to: StagedColumns,
  state: StagedRow,
  lost: Set<string>,
): StagedRow | 'nothing' | null {
  const values = state.kind === 'delete' ? {} : state.values;
  const kept = Object.entries(values).filter(([column]) => to.columns.includes(column));
  for (const column of Object.keys(values)) if (!to.columns.includes(column)) lost.add(column);
  if (state.kind === 'insert') return { ...state, values: Object.fromEntries(kept) };
  if (state.kind === 'update' && kept.length === 0) return 'nothing';
  const base = fitCells(from, to, state.base);
  const key = keyOf(to, base);
  if (key === null) return null;
  const found = { id: rowId(key), key, base };
  return state.kind === 'delete'
    ? { kind: 'delete', ...found }
    : { kind: 'update', ...found, values: Object.fromEntries(kept) };
}

/** Cells of new columns were never read: NULL stands for them, and a server that compares them finds the difference. */
function fitCells(from: StagedColumns, to: StagedColumns, row: TableRow): TableRow {
  return { ...row, cells: to.columns.map((column) => row.cells[from.columns.indexOf(column)] ?? null) };
}
