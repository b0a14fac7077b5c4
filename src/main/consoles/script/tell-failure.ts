import { AppFailure } from '../../lib/app-failure.ts';
import { failureMessage } from './failure-message.ts';
import type { ItemEnd, RunState } from './run-state.ts';

/**
 * Tells of a failure that is not the server's word about a statement. `over`: a file that cannot be read or written on,
 * `lost`: the session.
 * @throws what is no such failure
 */
export function tellFailure(state: RunState, text: string | null, failure: unknown): ItemEnd {
  if (!(failure instanceof AppFailure)) throw failure;
  const { appError } = failure;
  state.firstError ??= { sqlState: null, message: failureMessage(appError) };
  state.host.log({ kind: 'failure', text, error: appError });
  return appError.code === 'database-unreachable' ? 'lost' : 'over';
}
