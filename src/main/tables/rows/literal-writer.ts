import { quoteLiteral } from '../../../shared/sql/quote-sql.ts';
import { quoteWhereNeeded } from '../../../shared/sql/quote-where-needed.ts';
import type { SqlWriter } from './sql-writer.ts';

const integers = new Set(['smallint', 'integer', 'bigint']);

/** Names of things in the catalogue, `regclass` and the like: compared with a literal, they are numbers. */
const isAlias = /^reg[a-z]+$/;

/**
 * Values stand in the statement, as a person writes them and as `COPY` needs them. Without a cast the server reads a
 * literal as what it is compared with.
 */
export const literalWriter: SqlWriter = {
  column: quoteWhereNeeded,
  place: () => 'ctid',
  value: literal,
  oneOf: (texts, castType) => `IN (${texts.map((text) => literal(text, castType)).join(', ')})`,
};

function literal(text: string, castType: string | null): string {
  const isNumber = castType !== null && integers.has(castType) && /^-?\d{1,18}$/.test(text);
  if (isNumber) return text;
  const quoted = quoteLiteral(text).trim();
  return castType !== null && isAlias.test(castType) ? `${quoted}::${castType}` : quoted;
}
