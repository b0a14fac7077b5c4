import { rowFrameEnd } from './row-frame.ts';

/** Consecutive rows that are found, and mostly read, together. */
export interface RowSpan {
  firstRow: number;
  offset: number;
  /** Where the next span begins, or the rows end for now. */
  endOffset: number;
}

interface Entry {
  firstRow: number;
  offset: number;
}

const defaultSpanBytes = 256 * 1024;

/**
 * Where rows begin, remembered once per 256 KiB: two numbers of memory for each of them, however short the rows are.
 * What lies between is walked by whoever looks for a row.
 */
export class RowIndex {
  readonly #entries: Entry[] = [];
  #rowCount = 0;
  #sizeBytes = 0;

  constructor(private readonly spanBytes = defaultSpanBytes) {}

  get rowCount(): number {
    return this.#rowCount;
  }

  /** Of all rows so far, frames included. */
  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  get spanCount(): number {
    return this.#entries.length;
  }

  /** Notes `count` complete frames that follow the ones before. */
  add(frames: Buffer, count: number): void {
    if (this.#isDue(0, frames.length)) this.#note(this.#rowCount, this.#sizeBytes);
    if (frames.length > this.spanBytes && count > 1) this.#walk(frames);
    this.#rowCount += count;
    this.#sizeBytes += frames.length;
  }

  /** The span at `position`, from 0. */
  span(position: number): RowSpan | null {
    const entry = this.#entries[position];
    if (entry === undefined) return null;
    return { ...entry, endOffset: this.#entries[position + 1]?.offset ?? this.#sizeBytes };
  }

  /** Position of the span that holds a row; -1 before the first row came. */
  positionOf(row: number): number {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#entries[middle]?.firstRow ?? 0) <= row) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  #walk(frames: Buffer): void {
    let row = this.#rowCount;
    for (let at = 0; at < frames.length; row += 1) {
      const end = rowFrameEnd(frames, at);
      if (at > 0 && this.#isDue(at, end)) this.#note(row, this.#sizeBytes + at);
      at = end;
    }
  }

  /** Whether the span under way would grow too long by what lies up to `end` of the new bytes. */
  #isDue(at: number, end: number): boolean {
    const last = this.#entries.at(-1);
    return (
      last === undefined ||
      (this.#sizeBytes + at > last.offset && this.#sizeBytes + end - last.offset > this.spanBytes)
    );
  }

  #note(firstRow: number, offset: number): void {
    this.#entries.push({ firstRow, offset });
  }
}
