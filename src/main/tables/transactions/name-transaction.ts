import type { SessionQuery } from '../../postgres/console-connection.ts';
import { serverIdentity } from './server-identity.ts';

/** What a server is asked for that lost its connection during COMMIT. */
export interface TransactionName {
  server: string;
  /** `xid8` */
  id: string;
}

/** Of the transaction that the session is in. */
export async function nameTransaction(session: SessionQuery): Promise<TransactionName> {
  const server = await serverIdentity(session);
  const { rows } = await session.query('SELECT pg_catalog.pg_current_xact_id()');
  return { server, id: rows[0]?.[0] ?? '' };
}
