/** A column that rows are in order of. NULLs are where the server's default has them: behind all values, or before. */
export interface OrderColumn {
  /** Null: the row's place, `ctid`. */
  name: string | null;
  descending: boolean;
  mayBeNull: boolean;
  castType: string;
}
