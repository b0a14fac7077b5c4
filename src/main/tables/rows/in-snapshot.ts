import type { SessionQuery } from '../../postgres/console-connection.ts';
import { takeBack } from '../../postgres/take-back.ts';

/**
 * Has all statements of `work` see the same rows.
 * @throws what `work` throws, ServerFailure
 */
export async function inSnapshot<T>(
  session: Pick<SessionQuery, 'query'>,
  work: () => Promise<T>,
): Promise<T> {
  await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    const answer = await work();
    await session.query('COMMIT');
    return answer;
  } catch (error) {
    // What led here is what matters; a session that cannot even go back is not used again.
    await takeBack(session, ['ROLLBACK']).catch(() => undefined);
    throw error;
  }
}
