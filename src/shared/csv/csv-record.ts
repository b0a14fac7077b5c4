import type { CsvFault } from './csv-scanner.ts';

/** One record of a CSV file as it lies in it. */
export interface CsvRecord {
  /** From 1, as an editor counts; where the record begins. */
  line: number;
  /** Without its line end, with quotes and delimiters. */
  bytes: Uint8Array;
  /** Offsets of the delimiters: one fewer than fields. */
  delimiters: readonly number[];
  fault: CsvFault | null;
  /** `\.`, which ends the data of a server before version 18; the reader goes on behind it. */
  isEndMark: boolean;
}
