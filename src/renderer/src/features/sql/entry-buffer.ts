import type { ConsoleEntry } from '../../../../shared/contract/consoles.ts';

/** Room that is taken at once, so that a full buffer does not move all of it for each new entry. */
const slack = 1_000;

/** The newest entries of a console's log, outside React. */
export class EntryBuffer {
  readonly #capacity: number;
  #entries: ConsoleEntry[] = [];
  #forgotten = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get length(): number {
    return Math.min(this.#entries.length, this.#capacity);
  }

  /** Entries that were there once and are not any more, here or in main. */
  get forgotten(): number {
    return this.#forgotten + this.#entries.length - this.length;
  }

  /** The entry at an index from 0 (oldest kept) to `length - 1`. */
  at(index: number): ConsoleEntry | undefined {
    return index < 0 ? undefined : this.#entries[index + this.#entries.length - this.length];
  }

  append(entries: readonly ConsoleEntry[], forgottenInMain: number): void {
    for (const entry of entries) this.#entries.push(entry);
    this.#forgotten = Math.max(this.#forgotten, forgottenInMain);
    if (this.#entries.length < this.#capacity + slack) return;
    const surplus = this.#entries.length - this.#capacity;
    this.#entries = this.#entries.slice(surplus);
    this.#forgotten += surplus;
  }

  clear(): void {
    this.#entries = [];
    this.#forgotten = 0;
  }
}
