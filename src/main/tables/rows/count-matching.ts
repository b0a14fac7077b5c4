import type { RowFilter } from '../../../shared/contract/table-rows.ts';
import type { SessionQuery } from '../../postgres/console-connection.ts';
import type { RelationFacts } from '../relations/relation-facts.ts';
import { filterSql } from './filter-sql.ts';
import { ParameterWriter } from './parameter-writer.ts';

/**
 * Counts all rows that match, however long it takes.
 * @throws ServerFailure, AppFailure of the filter
 */
export async function countMatching(
  session: Pick<SessionQuery, 'query'>,
  facts: RelationFacts,
  filter: RowFilter,
): Promise<number> {
  const writer = new ParameterWriter(facts.relation.name);
  const where = filterSql(facts, filter, writer);
  const { rows } = await session.query(
    `SELECT count(*) FROM ${facts.sqlName} ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}`,
    writer.values,
  );
  return Number(rows[0]?.[0]);
}
