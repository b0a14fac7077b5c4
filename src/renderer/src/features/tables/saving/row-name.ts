import { newRowName } from '../staging/new-row-name.ts';
import type { StagedRow } from '../staging/staged-row.ts';
import type { StagedTable } from '../staging/staged-table.ts';

/** As a person tells rows apart: by key; new ones are counted if there are several. */
export function rowName(row: StagedRow, newText: string, { rows }: StagedTable): string {
  if (row.kind !== 'insert') return row.key.join(', ');
  const inserts = [...rows.values()].flatMap(({ kind, id }) => (kind === 'insert' ? [id] : []));
  return newRowName(row.id, newText, inserts);
}
