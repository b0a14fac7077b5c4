import type { ServerError, SessionQuery } from '../../postgres/console-connection.ts';
import { ServerFailure } from '../../postgres/server-failure.ts';

export type Tried<T> = { ok: true; value: T } | { ok: false; error: ServerError };

/** What `work` did is undone when the server refused something in it; the transaction goes on. May be nested. */
export async function inSavepoint<T>(session: SessionQuery, work: () => Promise<T>): Promise<Tried<T>> {
  await session.query('SAVEPOINT howdah');
  try {
    const value = await work();
    await session.query('RELEASE SAVEPOINT howdah');
    return { ok: true, value };
  } catch (error) {
    if (!(error instanceof ServerFailure)) throw error;
    await session.query('ROLLBACK TO SAVEPOINT howdah');
    await session.query('RELEASE SAVEPOINT howdah');
    return { ok: false, error: error.serverError };
  }
}
