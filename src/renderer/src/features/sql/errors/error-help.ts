import type { AppError } from '../../../../../shared/app-error.ts';
import type { SqlError } from '../../../../../shared/contract/consoles.ts';

/** One line of help that a typical error gets; some come with a button. */
export type ErrorHelp =
  | 'show-tables'
  | 'type-password'
  | 'no-login'
  | 'start'
  | 'starting-up'
  | 'too-many-connections'
  | 'disk-full'
  | 'out-of-memory'
  | 'rollback'
  | 'statement-timeout'
  | 'cancelled'
  | 'read-only'
  | 'lock-timeout'
  | 'deadlock'
  | 'no-database'
  | 'session-ended';

const bySqlState: Readonly<Record<string, ErrorHelp>> = {
  '42P01': 'show-tables',
  '28P01': 'type-password',
  '28000': 'no-login',
  '57P03': 'starting-up',
  '53300': 'too-many-connections',
  '53100': 'disk-full',
  '53200': 'out-of-memory',
  '25P02': 'rollback',
  '25006': 'read-only',
  '55P03': 'lock-timeout',
  '40P01': 'deadlock',
  '3D000': 'no-database',
  '57P01': 'session-ended',
  '57P02': 'session-ended',
  '25P03': 'session-ended',
};

/** Help for an error that the server answered a statement with (classes of PostgreSQL's appendix A). */
export function sqlErrorHelp({
  sqlState,
  message,
}: Pick<SqlError, 'sqlState' | 'message'>): ErrorHelp | null {
  // One code for both: only the message tells them apart.
  if (sqlState === '57014') return /statement timeout/i.test(message) ? 'statement-timeout' : 'cancelled';
  return bySqlState[sqlState] ?? null;
}

/** Help for what kept the session from the server. `up`: the instance has a process. */
export function linkErrorHelp(
  error: Pick<AppError, 'code'> & { sqlState?: string },
  up: boolean,
): ErrorHelp | null {
  switch (error.code) {
    case 'password-failed':
      return 'type-password';
    case 'database-error':
      return bySqlState[error.sqlState ?? ''] ?? null;
    case 'database-unreachable':
      return up ? null : 'start';
    case 'not-ready':
      return 'starting-up';
    default:
      return null;
  }
}
