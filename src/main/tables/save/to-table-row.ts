import type { TableRow } from '../../../shared/contract/tables.ts';
import type { FoundRow } from './find-rows.ts';

/** A row as the window knows it. */
export function toTableRow({ version, cells }: FoundRow): TableRow {
  return { version, cells, locator: null };
}
