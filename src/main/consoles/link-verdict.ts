import type { AppError } from '../../shared/app-error.ts';

/**
 * What is to be done about a session that could not be opened. `retry`: it will come soon, ask again with growing
 * pauses. `wait-for-engine`: nothing runs that could answer, an event of the engine will tell when. `person`: it stays
 * so until a person does something about it.
 */
export type LinkVerdict = 'retry' | 'wait-for-engine' | 'person';

/**
 * Too many connections is waited for: nothing is wrong with the console, and a slot comes free when another client
 * goes. SQLSTATEs: https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function linkVerdict(error: AppError, containerRuns: boolean): LinkVerdict {
  switch (error.code) {
    case 'engine-unreachable':
      return 'wait-for-engine';
    case 'not-found':
      // The container: it is being made anew, or it is gone.
      return 'wait-for-engine';
    case 'database-unreachable':
      return containerRuns ? 'retry' : 'wait-for-engine';
    case 'engine-refused':
      // A tunnel into a container that stops just now.
      return 'retry';
    case 'database-error':
      return isShortage(error.sqlState) ? 'retry' : 'person';
    default:
      return 'person';
  }
}

/** Class 53: too many connections, out of memory, disk full. */
function isShortage(sqlState: string): boolean {
  return sqlState.startsWith('53');
}
