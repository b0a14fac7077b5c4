import type { ServerError } from '../../postgres/console-connection.ts';

/**
 * Connection, transaction, resources, operator, system: the state or the end of the session, not something in a row.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const otherClasses = new Set(['08', '25', '40', '53', '57', '58', 'XX']);
const lockNotAvailable = '55P03';

/** Whether the error goes away when certain rows are left out. */
export function isAboutRows({ sqlState }: ServerError): boolean {
  return sqlState !== lockNotAvailable && !otherClasses.has(sqlState.slice(0, 2));
}
