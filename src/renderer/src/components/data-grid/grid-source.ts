/** A value as text; null is NULL. Of a long one only the beginning may be at hand. */
export type GridValue = string | null | { start: string; lengthBytes: number };
export type GridRow = readonly GridValue[];

/** Names may be empty or stand twice: a column is known by its place. */
export interface GridColumn {
  name: string;
  type: string;
  align: 'left' | 'right';
  /** It identifies the row: has a sign in its head. */
  isKey?: boolean;
  /** Its values are `t`, `f` and NULL: shown as signs that can be clicked where they can be edited. */
  isBoolean?: boolean;
  canSort?: boolean;
  /** Its values lead elsewhere: cells keep room for an arrow, which shows where `jumpOf` answers. */
  leads?: boolean;
  /** What its head tells on hover, beside name and type. */
  note?: string | undefined;
}

/** Where a grid gets its rows from: what is at hand is answered at once, what is in sight gets read. */
export interface GridSource {
  /** May grow. */
  readonly rowCount: number;
  /** Undefined while it is not at hand. */
  rowAt(index: number): GridRow | undefined;
  /** Rows `first` to `last` are in sight. */
  show(first: number, last: number): void;
  /** Told after rows or their count changed. Returns what ends it. */
  subscribe(listener: () => void): () => void;
  /** Another number after each change. */
  version(): number;
}
