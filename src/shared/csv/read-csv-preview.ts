import type { CsvEncoding } from '../contract/csv-import.ts';
import { csvBytes, csvBytesEncoding } from './csv-bytes.ts';
import { CsvReader } from './csv-reader.ts';
import type { CsvRecord } from './csv-record.ts';
import type { CsvDialect } from './csv-scanner.ts';
import { type CsvField, readCsvFields } from './read-csv-fields.ts';

export interface CsvPreviewOptions extends CsvDialect {
  encoding: CsvEncoding;
  /** The bytes are the whole file, so that the last record is one, too. */
  isWhole: boolean;
}

export interface CsvPreview {
  records: { line: number; fields: CsvField[] }[];
  /** The file ends within quotes; the record that is left open is among the others. */
  openQuote: boolean;
}

/** The first records of a file, the header included if there is one. What is cut off at the end is left out. */
export function readCsvPreview(
  bytes: Uint8Array,
  options: CsvPreviewOptions,
  maxRecords: number,
): CsvPreview {
  const records: CsvPreview['records'] = [];
  const encoding = csvBytesEncoding(options.encoding);
  let openQuote = false;
  for (const record of recordsOf(csvBytes(bytes, options.encoding), options)) {
    if (records.length === maxRecords) break;
    records.push({ line: record.line, fields: readCsvFields(record, options, encoding) });
    openQuote ||= record.fault === 'open-quote';
  }
  return { records, openQuote };
}

function* recordsOf(bytes: Uint8Array, options: CsvPreviewOptions): Generator<CsvRecord> {
  const reader = new CsvReader(options);
  yield* reader.push(bytes);
  if (options.isWhole) yield* reader.end();
}
