/** How columns and values stand in a statement: for the server by number, for a person in place. */
export interface SqlWriter {
  column(name: string): string;
  /** The row's place, `ctid`. */
  place(): string;
  /** As the type, ready for SQL; null: the server finds out by itself. */
  value(text: string, castType: string | null): string;
  /** Behind the column: it is one of them. */
  oneOf(texts: readonly string[], castType: string): string;
}
