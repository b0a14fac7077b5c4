import { ORPCError } from '@orpc/client';
import { type AppError, appErrorSchema } from '../../../shared/app-error.ts';

/** What the window presents: a failure told by main, or the loss of the connection to it. */
export type WindowError = AppError | { code: 'connection-lost' };

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
  const told = appErrorSchema.safeParse(cause.data);
  return new CallFailure(told.success ? told.data : { code: 'internal', logId: cause.code }, { cause });
}

export function windowErrorOf(cause: unknown): WindowError {
  return toCallFailure(cause).error;
}
