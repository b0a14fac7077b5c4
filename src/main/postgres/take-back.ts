import type { SessionQuery } from './console-connection.ts';
import { ServerFailure } from './server-failure.ts';

const canceled = '57014';
const tries = 4;

/**
 * Takes a transaction back by `statements` (`ROLLBACK`; `ROLLBACK TO SAVEPOINT s`, `RELEASE SAVEPOINT s`). A cancel
 * request that was meant for what ran before may reach one of them and fail the transaction: then all are said again.
 * @throws ServerFailure, AppFailure `database-unreachable`
 */
export async function takeBack(
  session: Pick<SessionQuery, 'query'>,
  statements: readonly string[],
  triesLeft = tries,
): Promise<void> {
  try {
    for (const statement of statements) await session.query(statement);
  } catch (error) {
    const wasHit = error instanceof ServerFailure && error.serverError.sqlState === canceled;
    if (!wasHit || triesLeft <= 1) throw error;
    await takeBack(session, statements, triesLeft - 1);
  }
}
