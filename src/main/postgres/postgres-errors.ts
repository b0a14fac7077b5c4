import type { AppError } from '../../shared/app-error.ts';
import { AppFailure } from '../lib/app-failure.ts';

const networkErrors = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'EPROTO',
  'EADDRNOTAVAIL',
  'ABORT_ERR',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_PREMATURE_CLOSE',
  'ERR_STREAM_WRITE_AFTER_END',
]);

/** By its class, as EPIPE and EPERM have five letters too. */
const sqlStatePattern = /^([0-9][0-9A-Z]|F0|HV|P0|XX)[0-9A-Z]{3}$/;

/** What `pg` says without a code when the connection is lost or does not come about. */
const lostConnection =
  /^(timeout expired|Connection terminated|Client has encountered a connection error|Client was closed|aborted)/;
/** `pg` sends no empty password with SCRAM: it fails by itself before the server could. */
const emptyPassword = /^SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be/;

/**
 * A failure of `pg`, the server or the network as an {@link AppFailure}; anything unknown comes back as it was.
 * Only the server's message is kept: detail, hint and query may hold rows, and the password is nowhere in it.
 * SQLSTATEs: https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function toPostgresFailure(error: unknown, user: string): unknown {
  if (error instanceof AppFailure || !(error instanceof Error)) return error;
  const appError = appErrorOf(error, user);
  return appError === null ? error : new AppFailure(appError, { cause: error });
}

/** What is told about statements on a connection that ended; null: the server closed it without a word. */
export function toConnectionLoss(error: Error | null): AppFailure {
  const reason =
    error === null ? 'the connection was closed' : error.message || (codeOf(error) ?? 'connection lost');
  return new AppFailure({ code: 'database-unreachable', reason }, { cause: error });
}

/** The SQLSTATE of an error that the server sent; null when the failure is not the server's word. */
export function sqlStateOf(error: unknown): string | null {
  const code = codeOf(error);
  return code !== null && sqlStatePattern.test(code) ? code : null;
}

/** True when the error means that no (more) connection exists. */
export function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return networkErrors.has(codeOf(error) ?? '') || lostConnection.test(error.message);
}

/** True when the server asked for a password and got none or a wrong one, or refuses the role. */
export function isPasswordFailure(error: unknown): boolean {
  const sqlState = sqlStateOf(error);
  return sqlState?.startsWith('28') === true || (error instanceof Error && emptyPassword.test(error.message));
}

function appErrorOf(error: Error, user: string): AppError | null {
  const sqlState = sqlStateOf(error);
  if (sqlState === '28P01' || emptyPassword.test(error.message)) return { code: 'password-failed', user };
  if (sqlState !== null) {
    return isServerGone(sqlState)
      ? { code: 'database-unreachable', reason: error.message }
      : { code: 'database-error', sqlState, reason: error.message };
  }
  if (!isConnectionLoss(error)) return null;
  return { code: 'database-unreachable', reason: error.message || (codeOf(error) ?? 'connection lost') };
}

/** Shutting down, crashed, starting, or a connection exception. */
function isServerGone(sqlState: string): boolean {
  return sqlState.startsWith('08') || sqlState === '57P01' || sqlState === '57P02' || sqlState === '57P03';
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
