import type { CsvEncoding } from '../contract/csv-import.ts';
import { csvBytes } from './csv-bytes.ts';
import { detectDialect } from './detect-dialect.ts';
import { detectEncoding } from './detect-encoding.ts';
import { detectHeader } from './detect-header.ts';
import type { CsvField } from './read-csv-fields.ts';
import { readCsvPreview } from './read-csv-preview.ts';

export interface CsvGuess {
  encoding: CsvEncoding;
  delimiter: string;
  quote: '"' | "'";
  header: boolean;
  nullText: string;
}

export interface DetectCsvOptions {
  /** The bytes are the whole file. Default: they are its beginning. */
  isWhole?: boolean;
  /** Of the table it is for; they tell a header. */
  columnNames?: readonly string[];
  /** Instead of what the bytes look like: the person knows better. */
  encoding?: CsvEncoding;
}

const nullTexts = ['\\N', 'NULL', 'null', '(null)'];
const maxRecords = 200;

/**
 * How a CSV file is probably written, from its beginning (64 kB are enough). A text for NULL is found where it stands
 * without quotes; else nothing stands for it, as in files of `COPY`.
 */
export function detectCsv(bytes: Uint8Array, options: DetectCsvOptions = {}): CsvGuess {
  const { isWhole = false, columnNames } = options;
  const encoding = options.encoding ?? detectEncoding(bytes);
  const dialect = detectDialect(csvBytes(bytes, encoding), isWhole);
  const { records } = readCsvPreview(bytes, { ...dialect, encoding, isWhole }, maxRecords);
  const rows = records.map(({ fields }) => fields);
  return {
    ...{ encoding, ...dialect },
    header: detectHeader(rows, columnNames ?? null),
    nullText: nullTextOf(rows),
  };
}

function nullTextOf(rows: readonly (readonly CsvField[])[]): string {
  const bare = new Set(rows.flatMap((row) => row.filter(({ quoted }) => !quoted).map(({ text }) => text)));
  return nullTexts.find((text) => bare.has(text)) ?? '';
}
