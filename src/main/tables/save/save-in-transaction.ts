import { AppFailure } from '../../lib/app-failure.ts';
import type { ServerError, SessionQuery } from '../../postgres/console-connection.ts';
import { ServerFailure } from '../../postgres/server-failure.ts';
import { nameTransaction, type TransactionName } from '../transactions/name-transaction.ts';
import { toSqlError } from '../transactions/to-sql-error.ts';
import { type RanSave, runSave } from './run-save.ts';
import type { SaveJob } from './save-job.ts';
import { type NotSaved, SaveStopped } from './save-stopped.ts';

export type TransactionEnd =
  | { end: 'committed'; ran: RanSave; server: string }
  | { end: 'not-saved'; outcome: NotSaved }
  /** The connection was lost while it was being committed. */
  | { end: 'in-doubt'; ran: RanSave; transaction: TransactionName };

export interface TransactionOptions {
  /** Who holds a row for longer is told of rather than waited for. */
  lockTimeoutMs: number;
  /** Called when from now on nobody but the server can say how it ends. */
  onCommit(): void;
}

/** Two writers stood in each other's way, and one had to go: serialization_failure, deadlock_detected. */
const worthRetrying = new Set(['40001', '40P01']);

/**
 * Writes it all or nothing.
 * @throws AppFailure `not-found`, `database-unreachable` (nothing was saved), ServerFailure
 */
export async function saveInTransaction(
  session: SessionQuery,
  job: SaveJob,
  options: TransactionOptions,
): Promise<TransactionEnd> {
  const first = await saveOnce(session, job, options);
  const hadBadLuck = first.end === 'refused' && worthRetrying.has(first.error.sqlState);
  const last = hadBadLuck ? await saveOnce(session, job, options) : first;
  if (last.end !== 'refused') return last;
  const problems = [{ row: null, columns: [], error: toSqlError(last.error) }];
  return { end: 'not-saved', outcome: { outcome: 'refused', problems } };
}

async function saveOnce(
  session: SessionQuery,
  job: SaveJob,
  { lockTimeoutMs, onCommit }: TransactionOptions,
): Promise<TransactionEnd | { end: 'refused'; error: ServerError }> {
  try {
    await session.query(
      `BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; SET LOCAL lock_timeout = ${lockTimeoutMs}`,
    );
    const ran = await runSave(session, job);
    const transaction = await nameTransaction(session);
    onCommit();
    return await commit(session, ran, transaction);
  } catch (error) {
    if (error instanceof AppFailure && error.appError.code === 'database-unreachable') throw error;
    await session.query('ROLLBACK');
    if (error instanceof SaveStopped) return { end: 'not-saved', outcome: error.outcome };
    if (error instanceof ServerFailure) return { end: 'refused', error: error.serverError };
    throw error;
  }
}

async function commit(
  session: SessionQuery,
  ran: RanSave,
  transaction: TransactionName,
): Promise<TransactionEnd> {
  try {
    await session.query('COMMIT');
    return { end: 'committed', ran, server: transaction.server };
  } catch (error) {
    if (error instanceof ServerFailure) throw error;
    return { end: 'in-doubt', ran, transaction };
  }
}
