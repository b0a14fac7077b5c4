import type { CsvField } from './read-csv-fields.ts';
import { plainName } from './suggest-mapping.ts';

const kinds: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['number', /^[-+]?(\d+([.,]\d*)?|[.,]\d+)(e[-+]?\d+)?$/i],
  ['date', /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}([ T].*)?$/],
  ['time', /^\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$/],
  ['boolean', /^(true|false|t|f|yes|no)$/i],
  ['uuid', /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i],
];

/**
 * Whether the first record names the columns: half of its values are names of the table's columns, or values below one
 * are all of a kind that it is not itself. Where all are text and no name is known, it is taken for a header when it
 * holds different words and the table is not known either.
 */
export function detectHeader(
  records: readonly (readonly CsvField[])[],
  columnNames: readonly string[] | null,
): boolean {
  const [first, ...rest] = records;
  if (first === undefined) return false;
  const titles = first.map(({ text }) => plainName(text));
  const isName = new Set(columnNames?.map(plainName));
  const known = titles.filter((title) => isName.has(title)).length;
  if (known > 0 && known * 2 >= Math.min(titles.length, isName.size)) return true;
  if (titles.includes('') || new Set(titles).size < titles.length) return false;
  if (first.some(({ text }) => kindOf(text) !== null)) return false;
  if (first.some((_, column) => kindBelow(rest, column) !== null)) return true;
  return columnNames === null && rest.length > 0;
}

/** What all values of a column are; null: text, or nothing. */
function kindBelow(rows: readonly (readonly CsvField[])[], column: number): string | null {
  const values = rows.flatMap((row) => row[column]?.text || []);
  const kind = kindOf(values[0] ?? '');
  return kind !== null && values.every((value) => kindOf(value) === kind) ? kind : null;
}

function kindOf(text: string): string | null {
  return kinds.find(([, pattern]) => pattern.test(text.trim()))?.[0] ?? null;
}
