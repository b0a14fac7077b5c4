import type { ForeignKey } from '../../../shared/contract/relations.ts';

/** What `relationFactsQuery` answers, as the catalogue has it. */
export interface RawRelation {
  oid: number;
  /** `pg_class.relkind` */
  kind: string;
  isStandby: boolean;
  /** Tables inherit from it; partitions do not count. */
  hasHeirs: boolean;
  /** It and all below it are kept by the server's own access method. */
  isHeap: boolean;
  estimatedRows: number | null;
  mayInsert: boolean;
  mayUpdate: boolean;
  mayDelete: boolean;
  /** Bits of `pg_relation_is_updatable`, triggers counted. */
  updatable: number;
  /** It, or a table below it, has an enabled BEFORE INSERT trigger for each row. */
  fillsNewRows: boolean;
  /** INSTEAD OF triggers and unconditional INSTEAD rules: they take every column. */
  insteadOf: { insert: boolean; update: boolean };
  columns: RawColumn[];
  /** Of the columns and all that those are made of. */
  types: RawType[];
  /** Unique ones, as they were made. */
  indexes: RawIndex[];
  constraints: RawConstraint[];
  /** Names that errors of partitions say. */
  partConstraints: RawConstraint[];
  foreignKeys: ForeignKey[];
  referencedBy: ForeignKey[];
}

export interface RawColumn {
  name: string;
  type: string;
  typeOid: number;
  modifier: number;
  /** One that takes different texts for equal (nondeterministic). */
  hasLooseCollation: boolean;
  notNull: boolean;
  /** False where NOT NULL is not valid for the rows from before it (18). */
  isNotNullProven: boolean;
  expression: string | null;
  /** `attidentity` and `attgenerated`: a letter or nothing. */
  identity: string;
  generated: string;
  mayInsert: boolean;
  mayUpdate: boolean;
  /** Of views and foreign tables; true for others. */
  isUpdatable: boolean;
  comment: string | null;
}

export interface RawType {
  oid: number;
  /** Without modifier, ready for SQL. */
  name: string;
  /** `typtype` */
  kind: string;
  /** `typcategory` */
  category: string;
  /** In bytes; below zero: it varies. */
  length: number;
  /** Of a domain. */
  baseOid: number;
  modifier: number;
  notNull: boolean;
  expression: string | null;
  checks: string[] | null;
  /** Of an array; 0: it is none. */
  elementOid: number;
  /** Of a composite type. */
  fields: number[] | null;
  /** It has a default order, by an operator `<`: that of `hstore` is another. */
  isOrdered: boolean;
  labels: string[] | null;
}

export interface RawIndex {
  name: string;
  columns: string[];
  isPrimary: boolean;
  /** It proves that rows differ: valid, checked at once, of plain columns, of all rows. */
  isProof: boolean;
}

export interface RawConstraint {
  name: string;
  /** `contype` */
  kind: string;
  columns: string[];
}
