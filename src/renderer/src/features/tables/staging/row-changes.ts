import type { RowChange } from '../../../../../shared/contract/row-changes.ts';
import type { StagedRow } from './staged-row.ts';

/** What is staged, as it is sent: new rows last, in the order they were added. */
export function rowChanges(rows: Iterable<StagedRow>): RowChange[] {
  const changes = [...rows].map(rowChange);
  return [
    ...changes.filter(({ kind }) => kind !== 'insert'),
    ...changes.filter(({ kind }) => kind === 'insert'),
  ];
}

function rowChange(row: StagedRow): RowChange {
  if (row.kind === 'insert') return { kind: 'insert', row: row.id, values: row.values };
  const found = { row: row.id, key: row.key, version: row.base.version, before: row.base.cells };
  return row.kind === 'delete'
    ? { kind: 'delete', ...found }
    : { kind: 'update', ...found, values: row.values };
}
