import type { ConsoleConnection, ServerError } from '../postgres/console-connection.ts';

/** A session, and how its server ended it if it did; an error of null: without a word. */
export interface HeldSession {
  connection: ConsoleConnection;
  readonly ended: { error: ServerError | null } | null;
}

interface Idle {
  key: string;
  session: HeldSession;
  timer: NodeJS.Timeout;
}

/**
 * Long enough for the next click. `DROP DATABASE` and the like wait 5 s for other sessions to leave before they refuse:
 * these have left by then.
 */
const keepMs = 4000;
const mostKept = 4;

/** Sessions that nobody uses at the moment, by what they are connected to. */
export class IdleSessions {
  /** The longest idle first. */
  readonly #idle: Idle[] = [];
  readonly #closing = new Set<Promise<void>>();
  #isOver = false;

  /** One of that key that its server has not ended, as far as is known; the taker puts it back or disposes it. */
  take(key: string): HeldSession | null {
    for (const idle of this.#idle.filter(({ session }) => session.ended !== null)) this.#letGo(idle);
    const idle = this.#idle.findLast((one) => one.key === key);
    if (idle === undefined) return null;
    this.#remove(idle);
    return idle.session;
  }

  put(key: string, session: HeldSession): void {
    const idle = { key, session, timer: setTimeout(() => this.#letGo(idle), keepMs) };
    idle.timer.unref();
    this.#idle.push(idle);
    if (this.#isOver || session.ended !== null) this.#letGo(idle);
    const [oldest] = this.#idle;
    if (oldest !== undefined && this.#idle.length > mostKept) this.#letGo(oldest);
  }

  /** Closes those that are kept, and resolves when all are closed. What is put later is closed, too. */
  async dispose(): Promise<void> {
    this.#isOver = true;
    for (const idle of [...this.#idle]) this.#letGo(idle);
    await Promise.all(this.#closing);
  }

  #letGo(idle: Idle): void {
    this.#remove(idle);
    const closed = idle.session.connection.dispose().finally(() => this.#closing.delete(closed));
    this.#closing.add(closed);
  }

  #remove(idle: Idle): void {
    clearTimeout(idle.timer);
    const at = this.#idle.indexOf(idle);
    if (at >= 0) this.#idle.splice(at, 1);
  }
}
