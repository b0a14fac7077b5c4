import type { ConsoleState } from '../../shared/contract/consoles.ts';
import { AppFailure } from '../lib/app-failure.ts';
import type { SessionQuery } from '../postgres/console-connection.ts';
import type { AskedSession } from './asked-session.ts';
import type { ConsoleLink } from './console-link.ts';
import type { NewConsoleEntry } from './script/script-host.ts';
import { untilCancelled } from './script/until-cancelled.ts';

/** A person waits for the question that a session would answer better. */
const forSessionMs = 3000;

/** What is asked of a console's session beside its runs, until it is answered or cancelled. */
export class Asking {
  readonly #link: ConsoleLink;
  readonly #log: (entry: NewConsoleEntry) => void;
  readonly #abort = new AbortController();
  readonly #startedAtMs = Date.now();

  constructor(link: ConsoleLink, log: (entry: NewConsoleEntry) => void) {
    this.#link = link;
    this.#log = log;
  }

  /** To a person it is a run that has not come to its first statement. */
  get state(): NonNullable<ConsoleState['running']> {
    const cancelling = this.#abort.signal.aborted;
    return { startedAtMs: this.#startedAtMs, statement: 1, statements: null, file: null, cancelling };
  }

  /** @throws what `work` throws */
  perform<T>(work: (asked: AskedSession) => Promise<T>): Promise<T> {
    const { signal } = this.#abort;
    const strings = this.#link.session?.connection.parameter('standard_conforming_strings');
    const asked: AskedSession = {
      ...{ signal, standardConformingStrings: strings !== 'off', log: this.#log },
      session: () => this.#sessionSoon(),
    };
    const server = { cancel: async () => this.#link.session?.connection.cancel() };
    return untilCancelled(server, [signal], () => work(asked));
  }

  cancel(): void {
    this.#abort.abort();
  }

  async #sessionSoon(): Promise<SessionQuery | null> {
    const soon = AbortSignal.any([this.#abort.signal, AbortSignal.timeout(forSessionMs)]);
    const session = await this.#link.ready(soon).catch((error: unknown) => {
      if (error instanceof AppFailure) return null;
      throw error;
    });
    return session?.connection ?? null;
  }
}
