import type { ServerAccess } from '../instances/access/server-access.ts';
import type { EngineHandle } from '../instances/engine-handle.ts';
import { AppFailure } from '../lib/app-failure.ts';
import type { ConsoleConnection } from '../postgres/console-connection.ts';
import { ServerFailure } from '../postgres/server-failure.ts';
import type { ServerTarget } from '../postgres/server-target.ts';
import { type HeldSession, IdleSessions } from './idle-sessions.ts';
import { openTableSession } from './open-table-session.ts';

export interface TableSessionsDeps {
  engine: EngineHandle;
  access: Pick<ServerAccess, 'targetOfInspected'>;
  /** How long reading waits for who holds a table alone. */
  lockTimeoutMs?: number;
}

export interface DatabasePlace {
  instance: string;
  /** Null: the default one. */
  database: string | null;
}

type Work<T> = (session: ConsoleConnection) => Promise<T>;

interface Lent {
  /** What it is connected to. */
  key: string;
  session: HeldSession;
}

/** A kept session answers at once; one that does not is as good as lost. */
const answerMs = 2000;
/** admin_shutdown, crash_shutdown: it ended by no fault of what it ran. */
const farewells = new Set(['57P01', '57P02']);
const lockNotAvailable = '55P03';

/** Sessions that read and change tables: opened when needed, kept a while for the next who needs one. */
export class TableSessions {
  readonly #deps: TableSessionsDeps;
  readonly #idle = new IdleSessions();
  /** What is under way, and what ends it. */
  readonly #running = new Map<AbortController, Promise<unknown>>();
  #isOver = false;

  constructor(deps: TableSessionsDeps) {
    this.#deps = deps;
  }

  /**
   * Lends a session to `work`, which leaves no transaction open. It is as fresh as a new one; transactions write nothing
   * unless they begin with `BEGIN READ WRITE`. When the signal fires, what runs is cancelled, and the session takes no
   * further statements. Inside, errors of the server are `ServerFailure`s; one that gets out becomes `database-error`.
   * @throws AppFailure `not-found`, `engine-unreachable`, `database-unreachable`, `password-failed`, `database-error`,
   * `cancelled`
   */
  use<T>(place: DatabasePlace, signal: AbortSignal | undefined, work: Work<T>): Promise<T> {
    return this.#track(signal, (end) => this.#lend(place, end, work, false));
  }

  /**
   * The same for work that writes nothing: it is done once more when the server ended its session meanwhile. A table that
   * another session holds alone, a console perhaps for hours, is told of (`database-error`, 55P03) rather than waited for.
   */
  read<T>(place: DatabasePlace, signal: AbortSignal | undefined, work: Work<T>): Promise<T> {
    const limited = withLockTimeout(work, this.#deps.lockTimeoutMs ?? 5000);
    return this.#track(signal, (end) => this.#lend(place, end, limited, true));
  }

  /** Ends what runs, waits for it, and closes all sessions. */
  async dispose(): Promise<void> {
    this.#isOver = true;
    for (const end of this.#running.keys()) end.abort();
    await Promise.allSettled(this.#running.values());
    await this.#idle.dispose();
  }

  async #track<T>(signal: AbortSignal | undefined, work: (end: AbortSignal) => Promise<T>): Promise<T> {
    const end = new AbortController();
    const abort = (): void => end.abort();
    if (this.#isOver || signal?.aborted === true) abort();
    signal?.addEventListener('abort', abort, { once: true });
    const running = work(end.signal);
    this.#running.set(end, running);
    try {
      return await running;
    } catch (error) {
      throw failureOf(error, end.signal);
    } finally {
      signal?.removeEventListener('abort', abort);
      this.#running.delete(end);
    }
  }

  async #lend<T>(place: DatabasePlace, end: AbortSignal, work: Work<T>, mayRepeat: boolean): Promise<T> {
    const { key, session } = await this.#take(place, end);
    const { connection } = session;
    try {
      return await untilAborted(connection, end, () => work(connection));
    } catch (error) {
      if (!mayRepeat || end.aborted || !farewells.has(session.ended?.error?.sqlState ?? '')) throw error;
    } finally {
      if (end.aborted || connection.transaction !== 'idle') await connection.dispose();
      else this.#idle.put(key, session);
    }
    return this.#lend(place, end, work, false);
  }

  async #take({ instance, database }: DatabasePlace, end: AbortSignal): Promise<Lent> {
    const { target, server } = await this.#find(instance);
    end.throwIfAborted();
    const { credentials } = target;
    const name = database ?? credentials.database;
    const key = JSON.stringify([server, credentials.user, name]);
    for (let kept = this.#idle.take(key); kept !== null; kept = this.#idle.take(key)) {
      if (await isFresh(kept.connection, end)) return { key, session: kept };
      await kept.connection.dispose();
    }
    return { key, session: await openTableSession(target, name, end) };
  }

  async #find(instance: string): Promise<{ target: ServerTarget; server: string }> {
    const inspect = await this.#deps.engine.client().inspectContainer(instance);
    const target = await this.#deps.access.targetOfInspected(inspect);
    if (target !== null) return { target, server: `${inspect.Id} ${inspect.State.StartedAt}` };
    throw new AppFailure({ code: 'database-unreachable', reason: 'container is not running' });
  }
}

function withLockTimeout<T>(work: Work<T>, lockTimeoutMs: number): Work<T> {
  return async (session) => {
    await session.query(`SET lock_timeout = ${lockTimeoutMs}`);
    try {
      return await work(session);
    } catch (error) {
      if (!(error instanceof ServerFailure) || error.serverError.sqlState !== lockNotAvailable) throw error;
      const reason = `another session holds a lock on it, and kept it for more than ${lockTimeoutMs / 1000} s`;
      throw new AppFailure({ code: 'database-error', sqlState: lockNotAvailable, reason }, { cause: error });
    }
  };
}

/** Disposed rather than cancelled: that also counts between two statements, and for those that come late. */
async function untilAborted<T>(
  connection: ConsoleConnection,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  const stop = (): void => void connection.dispose();
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  try {
    return await work();
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Takes back what its last user set or locked, if the server still answers. */
async function isFresh(connection: ConsoleConnection, signal: AbortSignal): Promise<boolean> {
  const timer = setTimeout(() => void connection.dispose(), answerMs);
  try {
    await untilAborted(connection, signal, () => connection.query('DISCARD ALL'));
    return true;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

function failureOf(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return new AppFailure({ code: 'cancelled' }, { cause: error });
  if (!(error instanceof ServerFailure)) return error;
  const { sqlState, message } = error.serverError;
  return new AppFailure({ code: 'database-error', sqlState, reason: message }, { cause: error });
}
