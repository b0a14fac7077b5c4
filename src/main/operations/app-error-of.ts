import { randomUUID } from 'node:crypto';
import type { AppError } from '../../shared/app-error.ts';
import { AppFailure } from '../lib/app-failure.ts';
import type { Logger } from '../lib/logger.ts';

const passwordInStatement = /(password\s*=?\s*)('(?:[^']|'')*'|\S+)/gi;

/**
 * A failure as it may be journaled: typed, and without the passwords that a log line can quote from a failed statement.
 * Anything unforeseen is logged under the `logId` that stands for it.
 */
export function appErrorOf(error: unknown, logger: Logger): AppError {
  if (error instanceof AppFailure) return withoutPasswords(error.appError);
  if (error instanceof Error && error.name === 'AbortError') return { code: 'cancelled' };
  const logId = randomUUID();
  logger.error({ logId, err: error }, 'operation failed');
  return { code: 'internal', logId };
}

function withoutPasswords(error: AppError): AppError {
  if (error.code !== 'start-failed' && error.code !== 'not-ready') return error;
  return { ...error, lines: error.lines.map((line) => line.replace(passwordInStatement, "$1'…'")) };
}
