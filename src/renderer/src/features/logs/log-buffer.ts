import type { LogLine } from '../../../../shared/contract/logs.ts';

export interface NumberedLine extends LogLine {
  /** Counts up from 0 and is never used twice: a key that stays when older lines fall out. */
  number: number;
}

/** The newest lines of a log, outside React: a bounded ring that tells its listeners when it changed. */
export class LogBuffer {
  readonly #capacity: number;
  readonly #lines: NumberedLine[] = [];
  readonly #listeners = new Set<() => void>();
  #oldest = 0;
  #taken = 0;
  #dropped = 0;
  #version = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get length(): number {
    return this.#lines.length;
  }

  /** All lines ever taken, those that fell out again included. */
  get taken(): number {
    return this.#taken;
  }

  /** Lines that the sender skipped because they came too fast. */
  get dropped(): number {
    return this.#dropped;
  }

  append(lines: readonly LogLine[], dropped: number): void {
    if (lines.length === 0 && dropped === 0) return;
    for (const line of lines) this.#put(line);
    this.#dropped += dropped;
    this.#changed();
  }

  /** The line at an index from 0 (oldest kept) to `length - 1`. */
  at(index: number): NumberedLine | undefined {
    if (index < 0 || index >= this.#lines.length) return undefined;
    return this.#lines[(this.#oldest + index) % this.#lines.length];
  }

  text(): string {
    const lines: string[] = [];
    for (let index = 0; index < this.#lines.length; index += 1) lines.push(this.at(index)?.text ?? '');
    return lines.join('\n');
  }

  clear(): void {
    this.#lines.length = 0;
    this.#oldest = 0;
    this.#dropped = 0;
    this.#changed();
  }

  /** For `useSyncExternalStore`; the returned function ends the listening. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly version = (): number => this.#version;

  #put(line: LogLine): void {
    const numbered = { ...line, number: this.#taken };
    this.#taken += 1;
    if (this.#lines.length < this.#capacity) {
      this.#lines.push(numbered);
      return;
    }
    this.#lines[this.#oldest] = numbered;
    this.#oldest = (this.#oldest + 1) % this.#capacity;
  }

  #changed(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}
