import { quoteIdentifier } from '../../shared/sql/quote-sql.ts';
import type { RelationFacts } from './relations/relation-facts.ts';

/**
 * What is another text when a row was changed: the transaction that wrote it, or, where rows have no such thing (views,
 * foreign tables), a digest of all values. `alias` is what the statement calls the relation, ready for SQL.
 */
export function rowVersionSql({ relation }: RelationFacts, alias: string): string {
  if (relation.hasVersion) return `${alias}.xmin::text`;
  const values = relation.columns.map(({ name }) => `${alias}.${quoteIdentifier(name)}`).join(', ');
  return `encode(sha256(convert_to(ROW(${values})::text, 'UTF8')), 'hex')`;
}
