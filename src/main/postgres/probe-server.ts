import { AppFailure } from '../lib/app-failure.ts';
import { connectClient } from './connect-client.ts';
import { isConnectionLoss, isPasswordFailure, sqlStateOf } from './postgres-errors.ts';
import type { ServerTarget } from './server-target.ts';

/**
 * `starting`: refused, reset or "the database system is starting up". `password-failed`: the server answers, so it is
 * up. `unreachable`: nothing answered in time.
 */
export type ProbeAnswer = 'ready' | 'starting' | 'password-failed' | 'unreachable';

const starting = new Set(['57P01', '57P02', '57P03']);
const nobodyThere = new Set(['EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT']);

/**
 * Asks a server over its route, with a real startup and `SELECT 1`, whether it takes queries. Never throws for what a
 * server or network does; keeps nothing open.
 * @param timeoutMs of the whole probe.
 */
export async function probeServer(
  target: ServerTarget,
  { timeoutMs, signal }: { timeoutMs: number; signal?: AbortSignal | undefined },
): Promise<ProbeAnswer> {
  try {
    const { client, stream } = await connectClient(target, {
      connectTimeoutMs: timeoutMs,
      statementTimeoutMs: timeoutMs,
      signal,
    });
    const timer = setTimeout(() => stream.destroy(), timeoutMs);
    try {
      await client.query('SELECT 1');
      return 'ready';
    } finally {
      clearTimeout(timer);
      // Waiting for the goodbye would cost a round trip per probe.
      void client.end();
      setImmediate(() => stream.destroy());
    }
  } catch (error) {
    if (signal?.aborted === true) throw error;
    return answerOf(error);
  }
}

function answerOf(error: unknown): ProbeAnswer {
  if (isPasswordFailure(error)) return 'password-failed';
  const sqlState = sqlStateOf(error);
  if (sqlState !== null) return starting.has(sqlState) ? 'starting' : 'ready';
  if (error instanceof AppFailure) return 'unreachable';
  const { code, message } = error as NodeJS.ErrnoException;
  if ((code !== undefined && nobodyThere.has(code)) || message === 'timeout expired') return 'unreachable';
  // Docker's port proxy accepts before the server listens, and then closes.
  if (isConnectionLoss(error)) return 'starting';
  throw error;
}
