/** Something a statement does that is asked about first. */
export type StatementDanger =
  | RowsDanger
  | { kind: 'truncate'; object: string /** The table's name. */; relation: string }
  | {
      kind: 'drop';
      /** "table customers", "schema old". */
      object: string;
      /** In lower case: "table", "materialized view". */
      objectKind: string;
      name: string;
    }
  | {
      kind: 'alter-drop';
      /** "column email of table customers". */
      object: string;
      /** What is altered: "table" and its name. */
      objectKind: string;
      name: string;
    }
  /** EXPLAIN ANALYZE of a statement that writes: it runs. */
  | { kind: 'explain-analyze'; object: string };

/** UPDATE or DELETE of every row. */
export interface RowsDanger {
  kind: 'update-all' | 'delete-all';
  /** The relation's name as written. */
  object: string;
  relation: string;
  /**
   * A query for the number of rows, which names relations as the statement does. It fails where those are CTEs or
   * functions that the statement brings along.
   */
  countQuery: string;
}
