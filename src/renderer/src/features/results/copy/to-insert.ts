import { uniqueNames } from '../../../../../shared/results/unique-names.ts';
import { valueKind } from '../../../../../shared/results/value-kind.ts';
import type { CopiedRows } from './copied-rows.ts';

const plainNumber = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/**
 * One INSERT of all rows. Literals mean the same whatever `standard_conforming_strings` is: E'…' where there is a
 * backslash. Names that stand twice are numbered, as in an exported file.
 */
export function toInsert({ columns, rows }: CopiedRows, table: string): string {
  if (rows.length === 0) return '';
  const names = uniqueNames(columns.map(({ name }) => name))
    .map(quoted)
    .join(', ');
  const tuples = rows.map(
    (row) => `  (${row.map((value, column) => literal(value, columns[column]?.typeOid ?? 0)).join(', ')})`,
  );
  return `INSERT INTO ${quoted(table)} (${names}) VALUES\n${tuples.join(',\n')};`;
}

function literal(value: string | null, typeOid: number): string {
  if (value === null) return 'NULL';
  const kind = valueKind(typeOid);
  if (kind === 'number' && plainNumber.test(value)) return value;
  if (kind === 'boolean') return value === 't' ? 'true' : 'false';
  const doubled = value.replaceAll("'", "''");
  return value.includes('\\') ? `E'${doubled.replaceAll('\\', '\\\\')}'` : `'${doubled}'`;
}
