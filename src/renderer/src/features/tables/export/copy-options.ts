import { quoteLiteral } from '../../../../../shared/sql/quote-sql.ts';

export interface CopyOptions {
  delimiter: string;
  header: boolean;
  nullText: string;
  quote: string;
  encoding: string;
}

/** `WITH (…)` of COPY for a CSV file. Only what differs from the server's own default is named, and the encoding. */
export function copyOptions({ delimiter, header, nullText, quote, encoding }: CopyOptions): string {
  const options = [
    'FORMAT csv',
    ...(header ? ['HEADER true'] : []),
    ...(delimiter === ',' ? [] : [`DELIMITER ${delimiter === '\t' ? "E'\\t'" : literal(delimiter)}`]),
    ...(quote === '"' ? [] : [`QUOTE ${literal(quote)}`]),
    ...(nullText === '' ? [] : [`NULL ${literal(nullText)}`]),
    `ENCODING ${literal(encoding)}`,
  ];
  return `WITH (${options.join(', ')})`;
}

/** A string constant, without the space that keeps an `E` apart from a word before it. */
export const literal = (text: string): string => quoteLiteral(text).trim();

/** A file name or program as psql's `\copy` reads it: quotes are doubled, nothing else has a meaning. */
export const copyWord = (text: string): string => `'${text.replaceAll("'", "''")}'`;
