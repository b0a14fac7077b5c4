import type { ServerAccess } from '../instances/access/server-access.ts';
import type { EngineHandle } from '../instances/engine-handle.ts';
import { AppFailure } from '../lib/app-failure.ts';
import type { ConsoleConnection } from '../postgres/console-connection.ts';
import { openConsoleConnection } from '../postgres/open-console-connection.ts';
import { ServerFailure } from '../postgres/server-failure.ts';
import type { ServerTarget } from '../postgres/server-target.ts';
import { type HeldSession, IdleSessions } from './idle-sessions.ts';

export interface TableSessionsDeps {
  engine: EngineHandle;
  access: Pick<ServerAccess, 'targetOfInspected'>;
}

export interface DatabasePlace {
  instance: string;
  /** Null: the default one. */
  database: string | null;
}

/** Values come as text that reads the same whatever the database's own settings are. */
const settingsQuery = `
  SELECT set_config('DateStyle', 'ISO, YMD', false), set_config('IntervalStyle', 'postgres', false),
    set_config('bytea_output', 'hex', false), set_config('extra_float_digits', '1', false),
    set_config('xmloption', 'content', false)`;
const queryCancelled = '57014';

/** Sessions that read and change tables: opened when needed, kept a while for the next who needs one. */
export class TableSessions {
  readonly #deps: TableSessionsDeps;
  readonly #idle = new IdleSessions();
  readonly #life = new AbortController();

  constructor(deps: TableSessionsDeps) {
    this.#deps = deps;
  }

  /**
   * Lends a session to `work`, which leaves no transaction open. Transactions write nothing unless they begin with
   * `BEGIN READ WRITE`. When the signal fires, what runs is cancelled. Inside, errors of the server are
   * `ServerFailure`s; one that gets out becomes `database-error`.
   * @throws AppFailure `not-found`, `engine-unreachable`, `database-unreachable`, `password-failed`, `database-error`,
   * `cancelled`
   */
  async use<T>(
    place: DatabasePlace,
    signal: AbortSignal | undefined,
    work: (session: ConsoleConnection) => Promise<T>,
  ): Promise<T> {
    const end = signal === undefined ? this.#life.signal : AbortSignal.any([this.#life.signal, signal]);
    const { target, server } = await this.#find(place.instance);
    const database = place.database ?? target.credentials.database;
    const key = JSON.stringify([server, database]);
    const session = this.#idle.take(key) ?? (await open(target, database, end));
    const { connection } = session;
    const cancel = (): void => void connection.cancel();
    end.addEventListener('abort', cancel, { once: true });
    try {
      if (end.aborted) throw new AppFailure({ code: 'cancelled' });
      return await work(connection);
    } catch (error) {
      throw failureOf(error, end);
    } finally {
      end.removeEventListener('abort', cancel);
      // A cancel request that is still on its way would hit whoever comes next.
      if (end.aborted || connection.transaction !== 'idle') await connection.dispose();
      else this.#idle.put(key, session);
    }
  }

  /** Ends what runs and closes all sessions. */
  async dispose(): Promise<void> {
    this.#life.abort();
    await this.#idle.dispose();
  }

  async #find(instance: string): Promise<{ target: ServerTarget; server: string }> {
    const inspect = await this.#deps.engine.client().inspectContainer(instance);
    const target = await this.#deps.access.targetOfInspected(inspect);
    if (target !== null) return { target, server: `${inspect.Id} ${inspect.State.StartedAt}` };
    throw new AppFailure({ code: 'database-unreachable', reason: 'container is not running' });
  }
}

async function open(target: ServerTarget, database: string, signal: AbortSignal): Promise<HeldSession> {
  let isOver = false;
  const connection = await openConsoleConnection(
    target,
    { database, statementTimeoutMs: 0, readOnly: true, applicationName: 'howdah tables', signal },
    {
      onNotice: () => undefined,
      onNotification: () => undefined,
      onTransaction: () => undefined,
      onEnd: () => {
        isOver = true;
      },
    },
  );
  try {
    await connection.query(settingsQuery);
  } catch (error) {
    await connection.dispose();
    throw failureOf(error, signal);
  }
  return {
    connection,
    get isOver() {
      return isOver;
    },
  };
}

function failureOf(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return new AppFailure({ code: 'cancelled' }, { cause: error });
  if (!(error instanceof ServerFailure)) return error;
  const { sqlState, message } = error.serverError;
  if (sqlState === queryCancelled) return new AppFailure({ code: 'cancelled' }, { cause: error });
  return new AppFailure({ code: 'database-error', sqlState, reason: message }, { cause: error });
}
