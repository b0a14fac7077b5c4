import type { AppError } from '../../../shared/app-error.ts';

/** What the history keeps of a failure that is not the server's word about a statement. */
export function failureMessage(error: AppError): string {
  return 'reason' in error ? (error.reason ?? error.code) : error.code;
}
