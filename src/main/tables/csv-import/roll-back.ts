import type { SessionQuery } from '../../postgres/console-connection.ts';

/** Ends a transaction if there is one. Where the server does not answer, the session is closed by who lent it. */
export async function rollBack(session: SessionQuery): Promise<void> {
  if (session.transaction !== 'idle') await session.query('ROLLBACK').catch(() => undefined);
}
