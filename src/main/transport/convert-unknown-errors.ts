import { randomUUID } from 'node:crypto';
import { AsyncIteratorClass, ORPCError, type ProcedureClientInterceptorOptions } from '@orpc/server';
import type { AppError } from '../../shared/app-error.ts';
import { AppFailure } from '../lib/app-failure.ts';
import type { Logger } from '../lib/logger.ts';

type Options = Pick<ProcedureClientInterceptorOptions<never, never, never>, 'path' | 'signal'>;

/**
 * Interceptor around every procedure of a transport.
 * - An `AppFailure` crosses as `APP_ERROR`. What is no typed error is logged once under a `logId` and
 *   crosses as `APP_ERROR` with `internal {logId}`. Both also out of a stream.
 * - A stream ends as soon as its caller is gone, even while the procedure waits for its next value; the procedure's
 *   `signal` is the way to end that wait too.
 */
export function convertUnknownErrors(log: Logger) {
  return async <T extends Options & { next: () => Promise<unknown> }>({
    next,
    path,
    signal,
  }: T): Promise<unknown> => {
    const convert = (error: unknown): unknown => {
      if (error instanceof AppFailure) return appError(error.appError);
      if (signal?.aborted || isTyped(error)) return error;
      const logId = randomUUID();
      log.error({ err: error, logId, procedure: path.join('.') }, 'unexpected failure');
      return appError({ code: 'internal', logId });
    };
    try {
      const output = await next();
      return isAsyncIterator(output) ? endWithCaller(output, signal, convert) : output;
    } catch (error) {
      throw convert(error);
    }
  };
}

function appError(data: AppError): ORPCError<'APP_ERROR', AppError> {
  return new ORPCError('APP_ERROR', { status: 422, data });
}

function isTyped(error: unknown): boolean {
  return error instanceof ORPCError && error.code !== 'INTERNAL_SERVER_ERROR';
}

function isAsyncIterator(value: unknown): value is AsyncIterator<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value && 'next' in value;
}

function endWithCaller(
  source: AsyncIterator<unknown>,
  signal: AbortSignal | undefined,
  convert: (error: unknown) => unknown,
): AsyncIteratorClass<unknown, unknown, void> {
  return new AsyncIteratorClass(
    async () => {
      try {
        return await untilAborted(source.next(), signal);
      } catch (error) {
        throw convert(error);
      }
    },
    async () => {
      // A generator that waits takes the return only after its wait: nobody may wait for that here.
      source.return?.().catch(() => undefined);
    },
  );
}

async function untilAborted<T>(result: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return result;
  let stop: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([result, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
