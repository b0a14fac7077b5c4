import type { ImportOptions } from '../../../shared/contract/csv-import.ts';
import { csvBytesEncoding } from '../../../shared/csv/csv-bytes.ts';
import { quoteIdentifier, quoteLiteral } from '../../../shared/sql/quote-sql.ts';

/** `COPY … FROM STDIN` into the columns that get something. The header, if one is sent, is the server's to skip. */
export function copyInStatement(sqlName: string, options: ImportOptions, header: boolean): string {
  const columns = options.columns.filter((column) => column !== null).map(quoteIdentifier);
  const settings = [
    'FORMAT csv',
    ...(header ? ['HEADER true'] : []),
    `DELIMITER ${quoteLiteral(options.delimiter)}`,
    `QUOTE ${quoteLiteral(options.quote)}`,
    `NULL ${quoteLiteral(options.nullText)}`,
    `ENCODING ${quoteLiteral(csvBytesEncoding(options.encoding))}`,
  ];
  return `COPY ${sqlName} (${columns.join(', ')}) FROM STDIN WITH (${settings.join(', ')})`;
}
