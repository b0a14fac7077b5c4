import { AppFailure } from '../../lib/app-failure.ts';
import { type RetryOptions, retryUntil } from '../../lib/retry-until.ts';
import type { SessionQuery } from '../../postgres/console-connection.ts';
import type { DatabasePlace, TableSessions } from '../table-sessions.ts';
import type { TransactionName } from './name-transaction.ts';
import { serverIdentity } from './server-identity.ts';

type Answer = 'saved' | 'not-saved' | 'unknown';

/** A server that crashed or is started again needs a moment. */
const waits = { deadlineMs: 20_000, everyMs: 250 } satisfies Partial<RetryOptions>;
/** It may be back later. */
const passing = new Set(['database-unreachable', 'engine-unreachable']);

/** Asks the server, as soon as it answers again, what became of a transaction whose COMMIT it did not answer. */
export async function askWhetherSaved(
  sessions: TableSessions,
  place: DatabasePlace,
  transaction: TransactionName,
): Promise<Answer> {
  const failure = () => new Error('no server could be asked');
  try {
    return await retryUntil(() => askOnce(sessions, place, transaction), { ...waits, failure });
  } catch {
    return 'unknown';
  }
}

/** Null: it cannot say yet. */
async function askOnce(
  sessions: TableSessions,
  place: DatabasePlace,
  transaction: TransactionName,
): Promise<Answer | null> {
  try {
    return await sessions.read(place, undefined, (session) => askSession(session, transaction));
  } catch (error) {
    if (error instanceof AppFailure && passing.has(error.appError.code)) return null;
    throw error;
  }
}

async function askSession(session: SessionQuery, { server, id }: TransactionName): Promise<Answer | null> {
  await session.query('BEGIN READ ONLY');
  const isSame = (await serverIdentity(session)) === server;
  const { rows } = await session.query('SELECT pg_catalog.pg_xact_status($1::text::xid8)', [id]);
  await session.query('ROLLBACK');
  if (!isSame) return 'unknown';
  switch (rows[0]?.[0]) {
    case 'committed':
      return 'saved';
    case 'aborted':
      return 'not-saved';
    case 'in progress':
      return null;
    default:
      return 'unknown';
  }
}
