import type { Relation } from '../../../shared/contract/relations.ts';

/** What statements about a relation are made from. */
export interface RelationFacts {
  relation: Relation;
  oid: number;
  /** Quoted, with its schema. */
  sqlName: string;
  /**
   * The column's type without modifier, of a domain the one behind it, ready for SQL with any search path: a cast to it
   * cuts nothing off, rounds nothing and refuses nothing that the column itself would decide on. Undefined: there is no
   * such column.
   */
  castTypeOf(column: string): string | undefined;
  /** Where NOT NULL is declared, too, if nothing has checked it: foreign tables, constraints that are NOT VALID. */
  mayBeNull(column: string): boolean;
  /** Its collation takes different texts for equal: patterns cannot be looked for by it. */
  hasLooseCollation(column: string): boolean;
  /** A value may be longer than what is read of it at once. */
  isWide(column: string): boolean;
}
