import { CsvReader } from './csv-reader.ts';
import type { CsvRecord } from './csv-record.ts';
import type { CsvDialect } from './csv-scanner.ts';
import { type CsvField, readCsvFields } from './read-csv-fields.ts';

export interface DetectedDialect {
  delimiter: string;
  quote: '"' | "'";
}

const delimiters = [',', ';', '\t', '|'] as const;
const quotes = ['"', "'"] as const;
const maxRecords = 200;

/**
 * The delimiter that cuts most records into equally many fields, of several the one that makes more fields; the quote
 * that stands around values. A comma and `"` where nothing can be told.
 *
 * @param bytes of UTF-8 or a single-byte encoding
 */
export function detectDialect(bytes: Uint8Array, isWhole: boolean): DetectedDialect {
  let best: DetectedDialect = { delimiter: ',', quote: '"' };
  let bestScore = 0;
  for (const quote of quotes) {
    for (const delimiter of delimiters) {
      const score = scoreOf(sample(bytes, { delimiter, quote }, isWhole), quote);
      // A later one has to be better: the order is that of how usual they are.
      if (score <= bestScore) continue;
      best = { delimiter, quote };
      bestScore = score;
    }
  }
  return best;
}

/** The first records; delimiters and quotes are the same bytes in all encodings. */
function sample(bytes: Uint8Array, dialect: CsvDialect, isWhole: boolean): CsvField[][] {
  const reader = new CsvReader(dialect);
  const rows: CsvField[][] = [];
  const take = (records: Iterable<CsvRecord>): void => {
    for (const record of records) {
      if (rows.length === maxRecords) return;
      rows.push(readCsvFields(record, dialect, 'LATIN1'));
    }
  };
  take(reader.push(bytes));
  if (isWhole || rows.length === 0) take(reader.end());
  return rows;
}

/** 0: nothing speaks for it. */
function scoreOf(rows: readonly (readonly CsvField[])[], quote: string): number {
  const filled = rows.filter(({ length }, index) => length > 1 || rows[index]?.[0]?.text !== '');
  const fields = filled.flat();
  const quoted = fields.filter((field) => field.quoted).length;
  // An apostrophe within a text is no quote: it is one where it stands around most of the values.
  if (quote === "'" && quoted <= fields.length / 2) return 0;
  const counts = new Map<number, number>();
  for (const { length } of filled) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [usual, times] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [1, 0];
  const isCut = usual > 1 ? 1 + Math.min(usual, 50) / 1000 : 0;
  const consistency = (times / Math.max(1, filled.length)) ** 2;
  return consistency * isCut + (quote === "'" ? 0.01 : 0);
}
