import type { ResultColumn } from '../../shared/contract/results.ts';
import type { RowSpan } from './row-index.ts';

/** Rows of a result as those see them who read them: how many there are may grow from one await to the next. */
export interface RowSource {
  readonly id: string;
  readonly columns: readonly ResultColumn[];
  readonly rowCount: number;
  readonly spanCount: number;
  /** Null beyond the last one. */
  span(position: number): RowSpan | null;
  /** The span that holds a row. Null when there is no such row. */
  positionOf(row: number): number | null;
  /**
   * Frames as they came, up to `length` bytes from `offset` on; fewer at the end.
   * @throws AppFailure `not-found` when the result was let go of meanwhile.
   */
  read(offset: number, length: number): Promise<Buffer>;
}
