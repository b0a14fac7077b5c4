import type { RelationName } from '../../../shared/contract/relations.ts';
import { quoteIdentifier } from '../../../shared/sql/quote-sql.ts';
import type { SessionQuery } from '../../postgres/console-connection.ts';
import { ServerFailure } from '../../postgres/server-failure.ts';

const lockNotAvailable = '55P03';

/**
 * Waits while somebody changes the relation, or one that a view is made from; before a transaction that sees one state
 * begins. One that began before the change was done would see columns as they were, and not one row of a table that was
 * written anew. What else is wrong with the relation is for the next statement to say.
 * @throws ServerFailure when it took longer than `lock_timeout`
 */
export async function waitForChange(
  session: Pick<SessionQuery, 'query'>,
  { schema, name }: RelationName,
): Promise<void> {
  try {
    await session.query(`SELECT FROM ${quoteIdentifier(schema)}.${quoteIdentifier(name)} WHERE false`);
  } catch (error) {
    if (!(error instanceof ServerFailure) || error.serverError.sqlState === lockNotAvailable) throw error;
  }
}
