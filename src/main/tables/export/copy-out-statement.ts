import type { ExportFormat } from '../../../shared/contract/results.ts';
import { quoteLiteral } from '../../../shared/sql/quote-sql.ts';

/** `COPY … TO STDOUT`, which makes the file by itself; null: it cannot make one of this format. */
export function copyOutStatement(query: string, as: ExportFormat): string | null {
  if (as.format !== 'csv' || as.escapeFormulas) return null;
  // The server refuses a text for NULL that would have to be quoted.
  if (/["\r\n]/.test(as.nullText) || as.nullText.includes(as.delimiter)) return null;
  const settings = [
    'FORMAT csv',
    `HEADER ${as.header}`,
    `DELIMITER ${quoteLiteral(as.delimiter)}`,
    `NULL ${quoteLiteral(as.nullText)}`,
    "ENCODING 'UTF8'",
  ];
  return `COPY (\n${query}\n) TO STDOUT WITH (${settings.join(', ')})`;
}
