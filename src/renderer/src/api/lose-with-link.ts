import { AsyncIteratorClass } from '@orpc/client';
import { ConnectionLostError } from './connection-lost-error.ts';

/**
 * Makes a call, and the stream it may return, fail with {@link ConnectionLostError} once its link is gone. The library
 * itself rejects with an abort error then, which reads like the person's own cancel.
 */
export async function loseWithLink(isClosed: () => boolean, call: () => Promise<unknown>): Promise<unknown> {
  const nameLoss = (error: unknown): unknown =>
    isClosed() && isAbort(error) ? new ConnectionLostError() : error;
  try {
    const output = await call();
    return isAsyncIterator(output) ? renameErrors(output, nameLoss) : output;
  } catch (error) {
    throw nameLoss(error);
  }
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || error.message.includes('not open'));
}

function isAsyncIterator(value: unknown): value is AsyncIterator<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value && 'next' in value;
}

function renameErrors(source: AsyncIterator<unknown>, rename: (error: unknown) => unknown) {
  return new AsyncIteratorClass(
    async () => {
      try {
        return await source.next();
      } catch (error) {
        throw rename(error);
      }
    },
    async (reason) => {
      if (reason !== 'next') await source.return?.();
    },
  );
}
