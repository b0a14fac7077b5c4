import { uniqueNames } from '../../../../../shared/results/unique-names.ts';
import { valueKind } from '../../../../../shared/results/value-kind.ts';
import type { CopiedRows } from './copied-rows.ts';

/** What JSON takes for a number; Postgres writes NaN and Infinity, too. */
const jsonNumber = /^-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d+)?$/i;

/** An array of objects. Numbers keep every digit, JSON values stand as they are, all else is text. */
export function toJson({ columns, rows }: CopiedRows): string {
  const keys = uniqueNames(columns.map(({ name }) => name)).map((name) => JSON.stringify(name));
  const objects = rows.map((row) => {
    const pairs = row.map(
      (value, column) => `${keys[column]}: ${jsonValue(value, columns[column]?.typeOid ?? 0)}`,
    );
    return `  {${pairs.join(', ')}}`;
  });
  return objects.length === 0 ? '[]' : `[\n${objects.join(',\n')}\n]`;
}

function jsonValue(value: string | null, typeOid: number): string {
  if (value === null) return 'null';
  switch (valueKind(typeOid)) {
    case 'number':
      return jsonNumber.test(value) ? value : JSON.stringify(value);
    case 'boolean':
      return value === 't' ? 'true' : 'false';
    case 'json':
      // Between tokens only: in its strings they are escaped already.
      return value.replace(/[\r\n]+/g, ' ');
    case 'text':
      return JSON.stringify(value);
  }
}
