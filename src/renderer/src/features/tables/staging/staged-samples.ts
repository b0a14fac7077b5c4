import type { Cell } from '../../../../../shared/contract/results.ts';
import type { StagedValue } from '../../../../../shared/contract/row-changes.ts';
import type { TableRow } from '../../../../../shared/contract/table-rows.ts';
import { rowId } from './row-id.ts';
import type { RowTarget } from './row-target.ts';
import { emptyStagedTable } from './staged-table.ts';

/** A table `people(id, name, email)` and its rows, for tests. */
export const people = emptyStagedTable({
  columns: ['id', 'name', 'email'],
  keyColumns: ['id'],
  madeColumns: [],
});

export const tableRow = (cells: Cell[], version = '1'): TableRow => ({ cells, version, locator: null });

export const readTarget = (base: TableRow): RowTarget => {
  const key = [String(base.cells[0])];
  return { kind: 'read', id: rowId(key), key, base };
};

export const edit = (row: RowTarget, column: string, value: StagedValue | undefined) => ({
  row,
  column,
  value,
});

export const anna = tableRow(['1', 'Anna', 'anna@example.com']);
export const budi = tableRow(['2', 'Budi', null]);
