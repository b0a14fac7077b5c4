import type { Relation } from '../../../../shared/contract/relations.ts';
import type { Cell } from '../../../../shared/contract/results.ts';

/** What finds the row; null: it cannot be found, as a part of its key is NULL or too long to be known. */
export function keyOfRow({ columns, identity }: Relation, cells: readonly Cell[]): string[] | null {
  if (identity === null) return null;
  const key: string[] = [];
  for (const name of identity.columns) {
    const cell = cells[columns.findIndex((column) => column.name === name)];
    if (typeof cell !== 'string') return null;
    key.push(cell);
  }
  return key;
}
