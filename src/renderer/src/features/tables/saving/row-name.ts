import type { StagedRow } from '../staging/staged-row.ts';
import type { StagedTable } from '../staging/staged-table.ts';

/** As a person tells rows apart: by key; new ones are counted if there are several. */
export function rowName(row: StagedRow, newText: string, { rows }: StagedTable): string {
  if (row.kind !== 'insert') return row.key.join(', ');
  const inserts = [...rows.values()].filter(({ kind }) => kind === 'insert');
  const index = inserts.findIndex(({ id }) => id === row.id);
  return inserts.length > 1 ? `${newText} ${index + 1}` : newText;
}
