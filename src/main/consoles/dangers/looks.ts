import { AppFailure } from '../../lib/app-failure.ts';
import type { SessionQuery } from '../../postgres/console-connection.ts';
import { lookInto } from './look-into.ts';

type Rows = readonly (readonly (string | null)[])[];

/** Of catalogue and planner: enough on a machine that has much to do. */
const quickMs = 1000;

/** The questions that are asked about one statement: those that may take long share one limit of time. */
export class Looks {
  readonly #session: SessionQuery | null;
  readonly #signal: AbortSignal;
  readonly #endsAt: number;

  /** Without a session nothing is answered. */
  constructor(session: SessionQuery | null, limitMs: number, signal: AbortSignal) {
    this.#session = session;
    this.#signal = signal;
    this.#endsAt = performance.now() + limitMs;
  }

  /**
   * For a question that is quick to answer: it gets a second even when the time is over. Null: no answer.
   * @throws AppFailure `cancelled`, `database-unreachable`
   */
  ask(text: string, values: readonly (string | null)[] = []): Promise<Rows | null> {
    return this.#ask(Math.max(this.#leftMs, quickMs), text, values);
  }

  /**
   * For a question that may take long. Null: no answer within the time that is left.
   * @throws AppFailure `cancelled`, `database-unreachable`
   */
  askLong(text: string): Promise<Rows | null> {
    return this.#ask(this.#leftMs, text, []);
  }

  get #leftMs(): number {
    return this.#endsAt - performance.now();
  }

  async #ask(limitMs: number, text: string, values: readonly (string | null)[]): Promise<Rows | null> {
    this.#throwIfCancelled();
    if (this.#session === null) return null;
    const answer = await lookInto(this.#session, limitMs, text, values);
    this.#throwIfCancelled();
    return answer?.rows ?? null;
  }

  #throwIfCancelled(): void {
    if (this.#signal.aborted) throw new AppFailure({ code: 'cancelled' });
  }
}
