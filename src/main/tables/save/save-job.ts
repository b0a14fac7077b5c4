import type { RelationName } from '../../../shared/contract/relations.ts';
import type { RowChange } from '../../../shared/contract/row-changes.ts';
import type { RelationFacts } from '../relations/relation-facts.ts';
import type { CheckedRows } from './check/check-rows.ts';
import type { KeptSave } from './undo/kept-save.ts';

/** Changes of one relation. */
export interface SavePart {
  name: RelationName;
  picked: string[] | null;
  /** Of the relation when its rows were read. */
  fingerprint: string;
  changes: readonly RowChange[];
}

/** What goes through in one transaction. */
export interface SaveJob {
  /** Of the relation that a person edits. */
  main: SavePart;
  /** With an undo: of relations that the save changed by foreign keys. */
  others: readonly SavePart[];
  confirmed: boolean;
  /** What is undone; null: it is a save of its own. */
  undone: KeptSave | null;
}

/** A part whose rows were found as they were read. */
export interface CheckedPart {
  part: SavePart;
  facts: RelationFacts;
  checked: CheckedRows;
  /** What its statements tell of rows is how they stay. */
  returnsFinalRows: boolean;
}
