import { AppFailure } from '../lib/app-failure.ts';
import { connectClient } from './connect-client.ts';
import { toPostgresFailure } from './postgres-errors.ts';
import type { ServerTarget } from './server-target.ts';

/** One connection to one database. Whoever opens it disposes it. */
export interface Session {
  /**
   * Runs one statement and answers its rows.
   * @throws AppFailure `database-error`, `database-unreachable`
   */
  query<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Says goodbye and closes the connection, at the latest after a second. Never throws; may be called twice. */
  dispose(): Promise<void>;
}

export interface SessionOptions {
  database?: string;
  connectTimeoutMs?: number;
  statementTimeoutMs?: number;
  /** Ends the session too when it fires later. */
  signal?: AbortSignal;
}

const goodbyeMs = 1000;

/**
 * Connects to a server over its route.
 * @throws AppFailure `password-failed`, `database-unreachable`, `database-error` (no such database, too many
 * clients), `cancelled`
 */
export async function openSession(target: ServerTarget, options: SessionOptions = {}): Promise<Session> {
  const { connectTimeoutMs = 5000, statementTimeoutMs = 0, database, signal } = options;
  const failure = (error: unknown) =>
    signal?.aborted === true
      ? new AppFailure({ code: 'cancelled' }, { cause: error })
      : toPostgresFailure(error, target.credentials.user);
  const { client, stream } = await connectClient(target, {
    connectTimeoutMs,
    statementTimeoutMs,
    signal,
    ...(database === undefined ? {} : { database }),
  }).catch((error: unknown) => {
    throw failure(error);
  });
  const abort = () => stream.destroy();
  signal?.addEventListener('abort', abort, { once: true });

  return {
    async query<Row>(text: string, values: readonly unknown[] = []) {
      try {
        const result = await client.query(text, [...values]);
        return result.rows as Row[];
      } catch (error) {
        throw failure(error);
      }
    },
    async dispose() {
      signal?.removeEventListener('abort', abort);
      if (stream.destroyed) return;
      const timer = setTimeout(abort, goodbyeMs);
      await client.end().catch(() => undefined);
      clearTimeout(timer);
      stream.destroy();
    },
  };
}
