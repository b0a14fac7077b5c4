import type { StagedValue } from '../../../../shared/contract/row-changes.ts';
import type { RelationFacts } from '../../relations/relation-facts.ts';
import type { FoundRow } from '../lookup/find-rows.ts';

interface FoundByKey {
  /** The page's name for the row. */
  row: string;
  key: readonly string[];
  /** The row as it was found in this transaction. */
  found: FoundRow;
}

interface WithValues {
  /** By column name. */
  values: Readonly<Record<string, StagedValue>>;
}

/** One row that is to be written. */
export type RowWork =
  | ({ kind: 'delete' } & FoundByKey)
  | ({ kind: 'update' } & FoundByKey & WithValues)
  | ({ kind: 'insert'; row: string } & WithValues);

export type RowWorkOf<Kind extends RowWork['kind']> = Extract<RowWork, { kind: Kind }>;

/** A row that was written. */
export interface WrittenRow {
  work: RowWork;
  /** As its statement left it, where that is how it stays; else what it is found by (parts may be null). */
  now: FoundRow | { key: readonly (string | null)[] };
}

/** Rows that one statement writes: of one relation, and the same columns of each. */
export type WorkUnit = { facts: RelationFacts; returnsFinalRows: boolean } & (
  | { kind: 'delete'; rows: RowWorkOf<'delete'>[] }
  | { kind: 'update'; rows: RowWorkOf<'update'>[] }
  | { kind: 'insert'; rows: RowWorkOf<'insert'>[] }
);

export type WorkUnitOf<Kind extends RowWork['kind']> = Extract<WorkUnit, { kind: Kind }>;
