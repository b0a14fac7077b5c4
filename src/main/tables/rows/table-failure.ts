import { AppFailure } from '../../lib/app-failure.ts';

/** What is wrong with a wish before the server is asked, as the server would say it: SQLSTATEs are its own. */
export function tableFailure(sqlState: '22023' | '42601' | '42703' | '42883', reason: string): AppFailure {
  return new AppFailure({ code: 'database-error', sqlState, reason });
}
