import type { StampedLine } from './split-log-lines.ts';

/** How far a log was read, so that reading can go on there without gaps and without saying anything twice. */
export class LogPosition {
  #lastMs: number | null = null;
  /** The lines of the last millisecond: asking again "since" it brings them back. */
  #atLastMs = new Set<string>();

  /** Where to go on; null: nothing was read yet. */
  get sinceMs(): number | null {
    return this.#lastMs;
  }

  /** Whether a line is new, and remembers it. Lines without a stamp always are. */
  advance(line: StampedLine): boolean {
    const { atMs, stamp, stream, text } = line;
    if (atMs === null) return true;
    const key = `${stamp} ${stream} ${text}`;
    if (this.#lastMs !== null && atMs < this.#lastMs) return true;
    if (atMs !== this.#lastMs) this.#atLastMs = new Set();
    this.#lastMs = atMs;
    if (this.#atLastMs.has(key)) return false;
    this.#atLastMs.add(key);
    return true;
  }
}
