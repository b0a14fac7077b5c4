import { AppFailure } from '../lib/app-failure.ts';
import { connectClient } from './connect-client.ts';
import type { ConnectionListeners, ConsoleConnection } from './console-connection.ts';
import { toPostgresFailure } from './postgres-errors.ts';
import type { ServerTarget } from './server-target.ts';
import { CurrentRun } from './wire/current-run.ts';
import { MessageTap } from './wire/message-tap.ts';
import { WireConnection } from './wire/wire-connection.ts';

export interface ConsoleConnectionOptions {
  /** Instead of the database of the credentials. */
  database?: string;
  connectTimeoutMs?: number;
  /** Of every statement until a `SET` says otherwise; 0: none. */
  statementTimeoutMs: number;
  /** Transactions write nothing unless they ask to. */
  readOnly: boolean;
  /** Instead of the server's defaults; `RESET` goes back to them. */
  settings?: Readonly<Record<string, string>>;
  applicationName?: string;
  /** Of the opening only. */
  signal?: AbortSignal;
  /** A longer row ends its statement. Memory can hold it several times. */
  maxRowBytes?: number;
}

const defaultMaxRowBytes = 64 * 1024 * 1024;

/**
 * Opens a session for a console. All else is as the server's defaults say, so that values read as in psql.
 * @throws AppFailure `password-failed`, `database-unreachable` (also: starting up, shutting down), `database-error` (no
 * such database 3D000, too many connections 53300, role may not log in 28000, …), `cancelled`
 */
export async function openConsoleConnection(
  target: ServerTarget,
  options: ConsoleConnectionOptions,
  listeners: ConnectionListeners,
): Promise<ConsoleConnection> {
  const { connectTimeoutMs = 5000, applicationName = 'howdah console', signal } = options;
  const { maxRowBytes = defaultMaxRowBytes, statementTimeoutMs, readOnly } = options;
  const current = new CurrentRun();
  try {
    const connected = await connectClient(target, {
      ...{ connectTimeoutMs, statementTimeoutMs, readOnly, applicationName, signal },
      ...(options.database === undefined ? {} : { database: options.database }),
      ...(options.settings === undefined ? {} : { settings: options.settings }),
      onNotice: (notice) => listeners.onNotice(notice),
      tap: (stream, parameters) =>
        new MessageTap(stream, current, {
          maxRowBytes,
          clientEncoding: () => parameters.get('client_encoding'),
        }),
    });
    return new WireConnection(connected, target, current, listeners);
  } catch (error) {
    if (signal?.aborted === true) throw new AppFailure({ code: 'cancelled' }, { cause: error });
    throw toPostgresFailure(error, target.credentials.user);
  }
}
