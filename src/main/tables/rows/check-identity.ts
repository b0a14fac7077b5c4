import { quoteIdentifier } from '../../../shared/sql/quote-sql.ts';
import type { SessionQuery } from '../../postgres/console-connection.ts';
import type { RelationFacts } from '../relations/relation-facts.ts';
import { tableFailure } from './table-failure.ts';

/**
 * Counts the rows that have a NULL in one of the columns, and of the others those that are not alone with their values.
 * @throws ServerFailure, AppFailure `database-error` when there is no such column, or its values cannot be told apart
 */
export async function checkIdentity(
  session: Pick<SessionQuery, 'query'>,
  facts: RelationFacts,
  columns: readonly string[],
): Promise<{ duplicates: number; nulls: number }> {
  for (const name of columns) refuseIncomparable(facts, name);
  const names = [...new Set(columns)].map(quoteIdentifier);
  const hasNull = names.map((name) => `${name} IS NULL`).join(' OR ');
  const { rows } = await session.query(
    `SELECT coalesce(sum(alike) FILTER (WHERE NOT has_null AND alike > 1), 0), coalesce(sum(alike) FILTER (WHERE has_null), 0)
    FROM (SELECT count(*) AS alike, ${hasNull} AS has_null FROM ${facts.sqlName} GROUP BY ${names.join(', ')}) AS counted`,
  );
  const [duplicates, nulls] = rows[0] ?? [];
  return { duplicates: Number(duplicates), nulls: Number(nulls) };
}

function refuseIncomparable({ relation }: RelationFacts, name: string): void {
  const column = relation.columns.find((one) => one.name === name);
  if (column === undefined) throw tableFailure('42703', `column "${name}" does not exist`);
  if (!column.canSort) {
    throw tableFailure(
      '42883',
      `values of column "${name}" cannot be told apart: type ${column.type} has no order`,
    );
  }
}
