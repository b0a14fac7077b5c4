import type { Relation, RelationName } from '../../../../shared/contract/relations.ts';
import type { TableRow } from '../../../../shared/contract/table-rows.ts';
import type { DatabasePlace } from '../../table-sessions.ts';

/** A row as it was before: whole values, in the order of the relation's columns. */
export interface RowImage {
  row: string;
  values: readonly (string | null)[];
}

/** What a save did to one relation. */
export interface KeptPart {
  relation: Relation;
  picked: string[] | null;
  deleted: readonly RowImage[];
  updated: readonly { image: RowImage; edited: readonly string[]; now: TableRow }[];
  inserted: readonly { row: string; now: TableRow }[];
}

/** All that is needed to take a save back. */
export interface KeptSave {
  place: DatabasePlace;
  relation: RelationName;
  /** The very database that was written to. */
  server: string;
  /** The relation that was edited, then those that lost or changed rows with it, parents before children. */
  parts: readonly KeptPart[];
  sizeBytes: number;
}
