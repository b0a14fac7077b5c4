import type { ConsoleEntry, ConsoleState, ConsoleUpdate } from '../../../../shared/contract/consoles.ts';
import type { ResultInfo } from '../../../../shared/contract/results.ts';
import { EntryBuffer } from './entry-buffer.ts';
import { addToOutcome, emptyOutcome, type RunOutcome } from './run-outcome.ts';

const mostEntries = 10_000;

type Watch = (onUpdate: (update: ConsoleUpdate) => void, signal: AbortSignal) => Promise<void>;

/**
 * What main tells of one console, outside React. It is watched while somebody listens; what was known is let go of
 * when nobody does, and comes whole again with the next listener.
 */
export class ConsoleFeed {
  readonly entries = new EntryBuffer(mostEntries);
  readonly #watch: Watch;
  readonly #listeners = new Set<() => void>();
  #life: AbortController | null = null;
  #version = 0;
  #state: ConsoleState | null = null;
  #results: readonly ResultInfo[] = [];
  #lastId = -1;
  #firstIdOfRun: number | null = null;
  #run = 0;
  #outcome = emptyOutcome;

  constructor(watch: Watch) {
    this.#watch = watch;
  }

  /** Null until main told it. */
  get state(): ConsoleState | null {
    return this.#state;
  }

  /** All results of the last run. */
  get results(): readonly ResultInfo[] {
    return this.#results;
  }

  /** Runs begun here, counted: tells one run from the next. */
  get run(): number {
    return this.#run;
  }

  /** Of the last run begun here; empty before the first. */
  get outcome(): RunOutcome {
    return this.#outcome;
  }

  /** The id that the next entry can have at the earliest. */
  get nextEntryId(): number {
    return this.#lastId + 1;
  }

  /** A run began here: what came from `firstEntryId` on belongs to it. */
  beginRun(firstEntryId: number): void {
    this.#run += 1;
    this.#firstIdOfRun = firstEntryId;
    this.#outcome = emptyOutcome;
    for (let index = this.#indexOf(firstEntryId); index < this.entries.length; index += 1)
      this.#count(this.entries.at(index));
    this.#changed();
  }

  /** For `useSyncExternalStore`. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    this.#start();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#stop();
    };
  };

  readonly version = (): number => this.#version;

  #start(): void {
    if (this.#life !== null) return;
    const life = new AbortController();
    this.#life = life;
    void this.#watch((update) => !life.signal.aborted && this.#take(update), life.signal);
  }

  #stop(): void {
    this.#life?.abort();
    this.#life = null;
    this.entries.clear();
    this.#state = null;
    this.#results = [];
  }

  #take(update: ConsoleUpdate): void {
    if (update.reset) {
      this.entries.clear();
      this.#outcome = emptyOutcome;
    }
    this.entries.append(update.entries, update.forgotten);
    for (const entry of update.entries) {
      this.#lastId = Math.max(this.#lastId, entry.id);
      if (this.#firstIdOfRun !== null && entry.id >= this.#firstIdOfRun) this.#count(entry);
    }
    // What was there when the window came belongs to no run of it.
    this.#firstIdOfRun ??= this.nextEntryId;
    if (update.state !== undefined) this.#state = update.state;
    if (update.results !== undefined) this.#results = update.results;
    this.#changed();
  }

  #count(entry: ConsoleEntry | undefined): void {
    if (entry !== undefined) this.#outcome = addToOutcome(this.#outcome, entry);
  }

  /** Of the first entry with this id or a later one. */
  #indexOf(id: number): number {
    let index = this.entries.length;
    while ((this.entries.at(index - 1)?.id ?? -1) >= id) index -= 1;
    return index;
  }

  #changed(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}
