import type { AppError } from '../../shared/app-error.ts';

/** An {@link AppError} on its way to the boundary. Thrown by ports and services, mapped in `api/`. */
export class AppFailure extends Error {
  override readonly name = 'AppFailure';

  constructor(
    readonly appError: AppError,
    options?: { cause?: unknown },
  ) {
    super(appError.code, options);
  }
}
