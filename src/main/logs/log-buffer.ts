import type { LogLine } from '../../shared/contract/logs.ts';

export interface LogBatch {
  lines: LogLine[];
  /** Lines skipped because they came faster than they were read. */
  dropped: number;
}

const maxBatchLines = 1_000;
const maxBufferedLines = 20_000;
const maxBufferedChars = 16 * 1024 * 1024;

/**
 * Lines between the engine, which pushes, and a reader, who pulls. Bounded: the oldest lines go first, and are counted.
 */
export class LogBuffer {
  #lines: LogLine[] = [];
  #first = 0;
  #chars = 0;
  #dropped = 0;

  push({ atMs, stream, text }: LogLine): void {
    this.#lines.push({ atMs, stream, text });
    this.#chars += text.length;
    while (this.size > maxBufferedLines || this.#chars > maxBufferedChars) {
      this.#takeFirst();
      this.#dropped += 1;
    }
  }

  get size(): number {
    return this.#lines.length - this.#first;
  }

  /** The oldest lines, at most 1,000; null when there is nothing to tell. */
  take(): LogBatch | null {
    if (this.size === 0 && this.#dropped === 0) return null;
    const lines: LogLine[] = [];
    while (lines.length < maxBatchLines && this.size > 0) lines.push(this.#takeFirst());
    const dropped = this.#dropped;
    this.#dropped = 0;
    return { lines, dropped };
  }

  #takeFirst(): LogLine {
    const line = this.#lines[this.#first];
    if (line === undefined) throw new RangeError('The buffer is empty');
    this.#first += 1;
    this.#chars -= line.text.length;
    // Moving the array for every line would cost its whole length each time.
    if (this.#first > 1_024 && this.#first * 2 > this.#lines.length) {
      this.#lines = this.#lines.slice(this.#first);
      this.#first = 0;
    }
    return line;
  }
}
