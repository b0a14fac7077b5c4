import type { GridRow, GridSource, GridValue } from './grid-source.ts';

export interface PageCacheOptions {
  pageRows: number;
  /** What is kept at most, beside the pages in sight. */
  limitBytes: number;
  mostAtOnce: number;
  /** Rows from `from` on: at least one, fewer than `count` where they are large. */
  read: (from: number, count: number, signal: AbortSignal) => Promise<readonly GridRow[]>;
}

interface Page {
  rows: GridRow[];
  bytes: number;
}

/** Rows this far beyond those in sight are read ahead. */
const marginRows = 60;

/**
 * Rows in pages that are read when they come in sight, the newest wish first, and let go when they were out of sight
 * the longest. Rows never change once they are there; more may follow, so the last page is read on as the count grows.
 */
export class PageCache implements GridSource {
  readonly #options: PageCacheOptions;
  /** Least recently seen first. */
  readonly #pages = new Map<number, Page>();
  readonly #reading = new Map<number, AbortController>();
  readonly #listeners = new Set<() => void>();
  #rowCount = 0;
  #bytes = 0;
  #wanted: readonly number[] = [];
  #failure: unknown = null;
  #version = 0;

  constructor(options: PageCacheOptions) {
    this.#options = options;
  }

  get rowCount(): number {
    return this.#rowCount;
  }

  /** Why rows could not be read; nothing more is read until `retry`. Null: nothing failed. */
  get failure(): unknown {
    return this.#failure;
  }

  setRowCount(rowCount: number): void {
    if (rowCount === this.#rowCount) return;
    this.#rowCount = rowCount;
    this.#changed();
    this.#readWanted();
  }

  rowAt(index: number): GridRow | undefined {
    const { pageRows } = this.#options;
    return this.#pages.get(Math.floor(index / pageRows))?.rows[index % pageRows];
  }

  show(first: number, last: number): void {
    const { pageRows } = this.#options;
    const end = this.#rowCount - 1;
    const inSight = pagesBetween(first, Math.min(last, end), pageRows);
    const around = pagesBetween(Math.max(0, first - marginRows), Math.min(last + marginRows, end), pageRows);
    this.#wanted = [...inSight, ...around.filter((page) => !inSight.includes(page))];
    for (const index of this.#wanted) this.#touch(index);
    this.#readWanted();
  }

  retry(): void {
    this.#failure = null;
    this.#changed();
    this.#readWanted();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly version = (): number => this.#version;

  /** Stops what is being read and lets go of all rows. */
  dispose(): void {
    for (const reading of this.#reading.values()) reading.abort();
    this.#reading.clear();
    this.#pages.clear();
    this.#wanted = [];
    this.#bytes = 0;
  }

  #touch(index: number): void {
    const page = this.#pages.get(index);
    if (page === undefined) return;
    this.#pages.delete(index);
    this.#pages.set(index, page);
  }

  #missingRows(index: number): number {
    const { pageRows } = this.#options;
    const expected = Math.min(pageRows, this.#rowCount - index * pageRows);
    return expected - (this.#pages.get(index)?.rows.length ?? 0);
  }

  #readWanted(): void {
    if (this.#failure !== null) return;
    for (const index of this.#wanted) {
      if (this.#missingRows(index) <= 0 || this.#reading.has(index)) continue;
      if (this.#reading.size >= this.#options.mostAtOnce && !this.#abortStale()) return;
      void this.#read(index);
    }
  }

  /** Makes room by giving up a page that is no longer wanted. */
  #abortStale(): boolean {
    for (const [index, reading] of this.#reading) {
      if (this.#wanted.includes(index)) continue;
      this.#reading.delete(index);
      reading.abort();
      return true;
    }
    return false;
  }

  async #read(index: number): Promise<void> {
    const reading = new AbortController();
    this.#reading.set(index, reading);
    const from = index * this.#options.pageRows + (this.#pages.get(index)?.rows.length ?? 0);
    try {
      const rows = await this.#options.read(from, this.#missingRows(index), reading.signal);
      if (reading.signal.aborted) return;
      if (rows.length === 0) throw new Error(`No row ${from} of ${this.#rowCount}`);
      this.#append(index, rows);
    } catch (cause) {
      if (reading.signal.aborted) return;
      this.#failure = cause;
    }
    this.#reading.delete(index);
    this.#changed();
    this.#readWanted();
  }

  #append(index: number, rows: readonly GridRow[]): void {
    const page = this.#pages.get(index) ?? { rows: [], bytes: 0 };
    const bytes = rows.reduce((sum, row) => sum + rowBytes(row), 0);
    page.rows.push(...rows);
    page.bytes += bytes;
    this.#bytes += bytes;
    this.#pages.delete(index);
    this.#pages.set(index, page);
    this.#evict();
  }

  #evict(): void {
    for (const [index, page] of this.#pages) {
      if (this.#bytes <= this.#options.limitBytes) return;
      if (this.#wanted.includes(index)) continue;
      this.#pages.delete(index);
      this.#bytes -= page.bytes;
    }
  }

  #changed(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}

function pagesBetween(first: number, last: number, pageRows: number): number[] {
  const pages: number[] = [];
  for (let page = Math.floor(first / pageRows); page * pageRows <= last; page += 1) pages.push(page);
  return pages;
}

/** About what a row takes in memory: strings count two bytes a character, each value some for itself. */
function rowBytes(row: GridRow): number {
  return row.reduce((sum, value) => sum + valueBytes(value), 32);
}

function valueBytes(value: GridValue): number {
  if (value === null) return 8;
  return 24 + 2 * (typeof value === 'string' ? value : value.start).length;
}
