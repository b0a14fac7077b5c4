import type { ResultColumn } from '../../../shared/contract/results.ts';
import type { ByteSink } from './byte-sink.ts';

/** What a format has to know of a column. */
export type ExportColumn = Pick<ResultColumn, 'name' | 'typeOid'>;

/** How rows become a file. Values are bytes of UTF-8, from `start` to before `end`. */
export interface RowFormat {
  begin(sink: ByteSink): void;
  /** Rows count from 0. */
  beginRow(sink: ByteSink, row: number): void;
  addNull(sink: ByteSink, column: number): void;
  addValue(sink: ByteSink, column: number, bytes: Uint8Array, start: number, end: number): void;
  /** A long value comes in pieces, cut between characters: one `beginLong`, `addPiece` for each, one `endLong`. */
  beginLong(sink: ByteSink, column: number): void;
  addPiece(sink: ByteSink, column: number, bytes: Uint8Array): void;
  endLong(sink: ByteSink, column: number): void;
  endRow(sink: ByteSink, row: number): void;
  end(sink: ByteSink, rowCount: number): void;
}
