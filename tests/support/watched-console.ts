import type { ContractRouterClient } from '@orpc/contract';
import type { ConsoleEntry, ConsoleState } from '../../src/shared/contract/consoles.ts';
import type { contract } from '../../src/shared/contract/contract.ts';
import type { ResultInfo } from '../../src/shared/contract/results.ts';

/** The contract, called in this process or over a transport. */
type Call = Pick<ContractRouterClient<typeof contract>, 'consoles' | 'results'>;
type Kind = ConsoleEntry['kind'];
type EntryOf<K extends Kind> = Extract<ConsoleEntry, { kind: K }>;

const deadlineMs = 60_000;

/** A console as a window sees it: what its watch told, put together. */
export class WatchedConsole {
  state: ConsoleState | null = null;
  entries: ConsoleEntry[] = [];
  results: ResultInfo[] = [];
  forgotten = 0;
  readonly #gone = new AbortController();
  readonly #checks = new Set<() => void>();
  #watching: Promise<void> | null = null;

  private constructor(
    readonly call: Call,
    readonly id: string,
  ) {}

  static async open(call: Call, id: string): Promise<WatchedConsole> {
    const watched = new WatchedConsole(call, id);
    watched.#watching = watched.#watch();
    // Told by `dispose` and `lost`, whenever they are called.
    watched.#watching.catch(() => undefined);
    await watched.until('the first message', () => watched.state !== null);
    return watched;
  }

  /** Waits for messages until the answer is true. */
  until(what: string, isSo: () => boolean, waitMs = deadlineMs): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => settle(() => reject(this.#late(what, waitMs))), waitMs);
      const settle = (act: () => void): void => {
        clearTimeout(timer);
        this.#checks.delete(check);
        act();
      };
      const check = (): void => {
        if (isSo()) settle(resolve);
      };
      this.#checks.add(check);
      check();
    });
  }

  untilLink(link: ConsoleState['link']): Promise<void> {
    return this.until(`a session that is ${link}`, () => this.state?.link === link);
  }

  untilIdle(waitMs = deadlineMs): Promise<void> {
    return this.until('the end of the run', () => this.state?.running === null, waitMs);
  }

  /** Begins a run that lasts; resolves when it is seen. */
  async begin(text: string): Promise<void> {
    const { outcome } = await this.call.consoles.run({
      id: this.id,
      text,
      offset: 0,
      confirmed: true,
      values: {},
    });
    if (outcome !== 'started') throw new Error(`${text} was asked about`);
    await this.until('the run', () => this.state?.running != null);
  }

  /** Runs a text to its end and answers what it wrote into the log. */
  async run(text: string, values: Record<string, string | null> = {}): Promise<ConsoleEntry[]> {
    const before = this.entries.length;
    const run = { id: this.id, text, offset: 0, confirmed: true, values };
    const { outcome } = await this.call.consoles.run(run);
    if (outcome !== 'started') throw new Error(`${text} was asked about`);
    await this.until(
      `the end of ${text}`,
      () => this.entries.length > before && this.state?.running === null,
    );
    return this.entries.slice(before);
  }

  /** The rows of the last result, as text. */
  async rows(): Promise<unknown[][]> {
    const last = this.results.at(-1);
    if (last === undefined) throw new Error('There is no result');
    return (await this.call.results.page({ resultId: last.id, from: 0, count: 500 })).rows;
  }

  /** The only value that a query answers. */
  async value(text: string): Promise<unknown> {
    await this.run(text);
    return (await this.rows())[0]?.[0];
  }

  of<K extends Kind>(kind: K): EntryOf<K>[] {
    return this.entries.filter((entry): entry is EntryOf<K> => entry.kind === kind);
  }

  get events(): string[] {
    return this.of('event').map(({ event }) => event);
  }

  /** Resolves when the way to main was lost. */
  async lost(): Promise<void> {
    await this.#watching?.catch(() => undefined);
  }

  async dispose(): Promise<void> {
    this.#gone.abort();
    await this.#watching;
  }

  async #watch(): Promise<void> {
    try {
      const updates = await this.call.consoles.watch({ id: this.id }, { signal: this.#gone.signal });
      for await (const { reset, state, entries, results, forgotten } of updates) {
        if (reset) this.entries = [];
        this.entries.push(...entries);
        this.forgotten = forgotten;
        this.state = state ?? this.state;
        this.results = results ?? this.results;
        for (const check of [...this.#checks]) check();
      }
    } catch (error) {
      if (!this.#gone.signal.aborted) throw error;
    }
  }

  #late(what: string, waitMs: number): Error {
    const seen = { state: this.state, entries: this.entries.slice(-10) };
    return new Error(`Waited ${waitMs} ms for ${what}; ${JSON.stringify(seen)}`);
  }
}
