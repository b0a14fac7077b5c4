import { AppFailure } from '../../lib/app-failure.ts';
import { connectionCounts } from '../../postgres/connection-counts.ts';
import { openSession, type Session } from '../../postgres/open-session.ts';
import type { ServerAccess } from './server-access.ts';

interface Counts {
  connections: number | null;
  maxConnections: number | null;
}

const connectTimeoutMs = 1500;
const statementTimeoutMs = 1500;
/** After a failure. With a wrong password there is no second try: each one is a line in the server's log. */
const pauseAfterFailureMs = 15_000;

/** Counts the connections of one server over one session, opened at the first question and again after a loss. */
export class ConnectionCounter {
  readonly #access: ServerAccess;
  readonly #containerId: string;
  #session: Session | null = null;
  #notBeforeMs = 0;

  constructor(access: ServerAccess, containerId: string) {
    this.#access = access;
    this.#containerId = containerId;
  }

  /** Nulls where the server does not tell (starting, password unknown). */
  async count(): Promise<Counts> {
    if (performance.now() < this.#notBeforeMs) return unknown;
    try {
      this.#session ??= await openSession(await this.#access.targetOf(this.#containerId), {
        connectTimeoutMs,
        statementTimeoutMs,
      });
      return await connectionCounts(this.#session);
    } catch (error) {
      await this.dispose();
      if (!(error instanceof AppFailure)) throw error;
      const refused = error.appError.code === 'password-failed';
      this.#notBeforeMs = refused ? Number.POSITIVE_INFINITY : performance.now() + pauseAfterFailureMs;
      return unknown;
    }
  }

  async dispose(): Promise<void> {
    const session = this.#session;
    this.#session = null;
    await session?.dispose();
  }
}

const unknown: Counts = { connections: null, maxConnections: null };
