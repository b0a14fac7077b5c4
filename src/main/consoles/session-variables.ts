import type { ConsoleConnection } from '../postgres/console-connection.ts';

type Told = Pick<ConsoleConnection, 'database' | 'user' | 'serverVersionNumber' | 'parameter'>;

/**
 * psql's variables that say what it is connected to, by name. They are set with every new session; a script may set
 * them to something else. https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-VARIABLES
 */
export const sessionVariables: ReadonlyMap<string, (session: Told) => string> = new Map([
  ['DBNAME', ({ database }) => database],
  ['ENCODING', (session) => session.parameter('client_encoding') ?? 'UTF8'],
  ['SERVER_VERSION_NAME', (session) => session.parameter('server_version') ?? ''],
  ['SERVER_VERSION_NUM', ({ serverVersionNumber }) => String(serverVersionNumber)],
  ['USER', ({ user }) => user],
]);
