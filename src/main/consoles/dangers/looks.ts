import { AppFailure } from '../../lib/app-failure.ts';
import type { SessionQuery } from '../../postgres/console-connection.ts';
import { lookInto } from './look-into.ts';

type Rows = readonly (readonly (string | null)[])[];

/** The questions that are asked about one statement, all within one limit of time. */
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
   * Null: no answer within the time that is left, of which `spareMs` are kept for later questions.
   * @throws AppFailure `cancelled`, `database-unreachable`
   */
  async ask(text: string, values: readonly (string | null)[] = [], spareMs = 0): Promise<Rows | null> {
    this.#throwIfCancelled();
    if (this.#session === null) return null;
    const answer = await lookInto(this.#session, this.#endsAt - performance.now() - spareMs, text, values);
    this.#throwIfCancelled();
    return answer?.rows ?? null;
  }

  #throwIfCancelled(): void {
    if (this.#signal.aborted) throw new AppFailure({ code: 'cancelled' });
  }
}
