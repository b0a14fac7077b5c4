import type { ConsoleConnection } from '../postgres/console-connection.ts';

/** A session and whether its server ended it. */
export interface HeldSession {
  connection: ConsoleConnection;
  isOver: boolean;
}

interface Idle {
  key: string;
  session: HeldSession;
  timer: NodeJS.Timeout;
}

/** Long enough for the next click; a session that is kept stands in the way of `DROP DATABASE`. */
const keepMs = 20_000;
const mostKept = 4;

/** Sessions that nobody uses at the moment, by what they are connected to. */
export class IdleSessions {
  /** The longest idle first. */
  readonly #idle: Idle[] = [];
  #isOver = false;

  /** One of that key that lives; the taker gives it back or disposes it. */
  take(key: string): HeldSession | null {
    for (let at = this.#idle.length - 1; at >= 0; at -= 1) {
      const idle = this.#idle[at];
      if (idle === undefined || (idle.key !== key && !idle.session.isOver)) continue;
      this.#idle.splice(at, 1);
      clearTimeout(idle.timer);
      if (!idle.session.isOver) return idle.session;
      void idle.session.connection.dispose();
    }
    return null;
  }

  put(key: string, session: HeldSession): void {
    if (this.#isOver || session.isOver) {
      void session.connection.dispose();
      return;
    }
    const timer = setTimeout(() => this.#letGo(idle), keepMs);
    timer.unref();
    const idle = { key, session, timer };
    this.#idle.push(idle);
    const oldest = this.#idle.length > mostKept ? this.#idle[0] : undefined;
    if (oldest !== undefined) this.#letGo(oldest);
  }

  async dispose(): Promise<void> {
    this.#isOver = true;
    const all = this.#idle.splice(0);
    for (const { timer } of all) clearTimeout(timer);
    await Promise.all(all.map(({ session }) => session.connection.dispose()));
  }

  #letGo(idle: Idle): void {
    const at = this.#idle.indexOf(idle);
    if (at < 0) return;
    this.#idle.splice(at, 1);
    clearTimeout(idle.timer);
    void idle.session.connection.dispose();
  }
}
