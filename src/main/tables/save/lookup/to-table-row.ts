import type { TableRow } from '../../../../shared/contract/table-rows.ts';
import type { RelationFacts } from '../../relations/relation-facts.ts';
import { writeLocator } from '../../rows/row-locator.ts';
import type { FoundRow } from './find-rows.ts';
import { keyOfRow } from './key-of-row.ts';

/** A row as the window knows it. */
export function toTableRow({ relation }: RelationFacts, { version, cells }: FoundRow): TableRow {
  return { version, cells, locator: writeLocator({ key: keyOfRow(relation, cells), place: null }) };
}
