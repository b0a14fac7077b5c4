/** How a cell stands out. All of it beside its value, which comes from the source. */
export interface CellLook {
  /** Its value is not the one that was read. */
  isEdited?: boolean;
  /** What is wrong with it: a red frame, told on hover, by screen readers, and below the cell while it is active. */
  problem?: string | undefined;
  /** Stands dim in the place of the value: what an unset one will become ("now()", "new"). */
  placeholder?: string | undefined;
}

export type RowTone = 'new' | 'deleted';

export interface RowLook {
  label: string;
  /** It is no row of values but a title of those below. */
  heading: boolean;
  tone?: RowTone | undefined;
  /** What is wrong with the row as a whole; told at its number. */
  problem?: string | undefined;
}

/** By place in the order: the first is the most significant. */
export interface ColumnOrder {
  column: number;
  descending: boolean;
}
