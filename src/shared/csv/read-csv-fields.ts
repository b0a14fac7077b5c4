import type { CsvEncoding } from '../contract/csv-import.ts';
import type { CsvRecord } from './csv-record.ts';
import type { CsvDialect } from './csv-scanner.ts';
import { decodeCsv } from './decode-csv.ts';

export interface CsvField {
  /** Without its quotes. */
  text: string;
  /** A part of it stood in quotes, so that it is not NULL whatever it says. */
  quoted: boolean;
}

/** The values of a record, as COPY reads them. */
export function readCsvFields(
  { bytes, delimiters }: Pick<CsvRecord, 'bytes' | 'delimiters'>,
  { quote }: Pick<CsvDialect, 'quote'>,
  encoding: CsvEncoding,
): CsvField[] {
  return [...delimiters, bytes.length].map((end, index) => {
    const start = index === 0 ? 0 : (delimiters[index - 1] ?? 0) + 1;
    return unquoted(decodeCsv(bytes.subarray(start, end), encoding), quote);
  });
}

function unquoted(raw: string, quote: string): CsvField {
  if (!raw.includes(quote)) return { text: raw, quoted: false };
  let text = '';
  let inQuote = false;
  for (let at = 0; at < raw.length; at += 1) {
    const character = raw[at] ?? '';
    if (character !== quote) text += character;
    else if (inQuote && raw[at + 1] === quote) {
      text += quote;
      at += 1;
    } else inQuote = !inQuote;
  }
  return { text, quoted: true };
}
