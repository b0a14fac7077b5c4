import type { ConsoleEntry } from '../../shared/contract/consoles.ts';
import type { NewConsoleEntry } from './script/script-host.ts';

const maxEntries = 10_000;
const maxChars = 16 * 1024 * 1024;

/** The log of one console. Bounded: the oldest entries go first, and are counted. */
export class ConsoleLog {
  #entries: { entry: ConsoleEntry; chars: number }[] = [];
  #first = 0;
  #chars = 0;
  #lastId = 0;

  add(entry: NewConsoleEntry): void {
    this.#lastId += 1;
    const chars = charsOf(entry);
    this.#entries.push({ entry: { ...entry, id: this.#lastId, atMs: Date.now() }, chars });
    this.#chars += chars;
    while (this.#size > maxEntries || (this.#chars > maxChars && this.#size > 1)) this.#dropFirst();
  }

  /** Entries that were added and are there no more. */
  get forgotten(): number {
    return this.#lastId - this.#size;
  }

  get lastId(): number {
    return this.#lastId;
  }

  /** Entries behind the one with this id, oldest first, at most `maxCount` and about `maxSize` characters, at least one. */
  after(id: number, maxCount: number, maxSize: number): ConsoleEntry[] {
    const found: ConsoleEntry[] = [];
    let size = 0;
    // Ids have no gaps, so the place of an entry follows from its id.
    for (let index = this.#first + Math.max(0, id - this.forgotten); ; index += 1) {
      const kept = this.#entries[index];
      if (kept === undefined || found.length === maxCount) return found;
      size += kept.chars;
      if (size > maxSize && found.length > 0) return found;
      found.push(kept.entry);
    }
  }

  get #size(): number {
    return this.#entries.length - this.#first;
  }

  #dropFirst(): void {
    this.#chars -= this.#entries[this.#first]?.chars ?? 0;
    this.#first += 1;
    // Moving the array for every entry would cost its whole length each time.
    if (this.#first > 1_024 && this.#first * 2 > this.#entries.length) {
      this.#entries = this.#entries.slice(this.#first);
      this.#first = 0;
    }
  }
}

/** About what it takes in memory and on its way to the window. */
function charsOf(entry: NewConsoleEntry): number {
  let chars = 100;
  for (const value of Object.values(entry)) {
    if (typeof value === 'string') chars += value.length;
    else if (typeof value === 'object' && value !== null) chars += JSON.stringify(value).length;
  }
  return chars;
}
