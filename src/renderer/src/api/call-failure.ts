import { ORPCError } from '@orpc/client';
import type { AppError } from '../../../shared/app-error.ts';

/** What the window presents: a failure told by main, or one on the way to it. */
export type WindowError =
  | AppError
  | { code: 'connection-lost' }
  /** What was to be saved was not sent. */
  | { code: 'save-too-large'; sizeBytes: number; limitBytes: number };

/** The one error that calls and streams of this folder fail with. */
export class CallFailure extends Error {
  readonly error: WindowError;

  constructor(error: WindowError, options?: ErrorOptions) {
    super(error.code, options);
    this.name = 'CallFailure';
    this.error = error;
  }
}

/** A failure of the wire becomes {@link CallFailure}; what is not an answer of main counts as a lost connection. */
export function toCallFailure(cause: unknown): CallFailure {
  if (cause instanceof CallFailure) return cause;
  if (!(cause instanceof ORPCError)) return new CallFailure({ code: 'connection-lost' }, { cause });
  if (cause.code !== 'APP_ERROR') return new CallFailure({ code: 'internal', logId: cause.code }, { cause });
  // Main checked the data against the contract's one error before it sent it; checking it here again would bring the
  // schema library into the first load.
  return new CallFailure(cause.data as AppError, { cause });
}

export function windowErrorOf(cause: unknown): WindowError {
  return toCallFailure(cause).error;
}
