import type { CopiedRows } from './copied-rows.ts';

interface DelimitedOptions {
  delimiter: ',' | '\t';
  header: boolean;
}

/**
 * Lines of values as spreadsheets and `COPY … CSV` read them. NULL is nothing at all; an empty text is `""`, so that
 * the two differ.
 */
export function toDelimited({ columns, rows }: CopiedRows, { delimiter, header }: DelimitedOptions): string {
  const special = delimiter === ',' ? /[",\r\n]/ : /["\t\r\n]/;
  const field = (value: string | null): string => {
    if (value === null) return '';
    return value === '' || special.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  };
  const lines = rows.map((row) => row.map(field).join(delimiter));
  return [...(header ? [columns.map(({ name }) => field(name)).join(delimiter)] : []), ...lines].join('\n');
}
