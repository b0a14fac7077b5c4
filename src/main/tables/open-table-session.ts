import type { ServerError } from '../postgres/console-connection.ts';
import { openConsoleConnection } from '../postgres/open-console-connection.ts';
import type { ServerTarget } from '../postgres/server-target.ts';
import type { HeldSession } from './idle-sessions.ts';

/**
 * Values come as text that reads the same whatever the database's own settings are. Compiling a query (`jit`) takes
 * longer than reading a page.
 */
const settings = {
  DateStyle: 'ISO, YMD',
  IntervalStyle: 'postgres',
  bytea_output: 'hex',
  extra_float_digits: '1',
  xmloption: 'content',
  standard_conforming_strings: 'on',
  jit: 'off',
};

/**
 * Opens a session that writes nothing unless a transaction begins with `BEGIN READ WRITE`.
 * @throws AppFailure as `openConsoleConnection`
 */
export async function openTableSession(
  target: ServerTarget,
  database: string,
  signal: AbortSignal,
): Promise<HeldSession> {
  let ended: { error: ServerError | null } | null = null;
  const connection = await openConsoleConnection(
    target,
    { database, statementTimeoutMs: 0, readOnly: true, settings, applicationName: 'howdah tables', signal },
    {
      onNotice: () => undefined,
      onNotification: () => undefined,
      onTransaction: () => undefined,
      onEnd: (error) => {
        ended = { error };
      },
    },
  );
  return {
    connection,
    get ended() {
      return ended;
    },
  };
}
