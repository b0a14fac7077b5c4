import type { ResultColumn, ResultInfo } from '../../shared/contract/results.ts';
import { AppFailure } from '../lib/app-failure.ts';
import type { Logger } from '../lib/logger.ts';
import type { DiskBudget } from './disk-budget.ts';
import type { NewResult, ResultEnd, ResultWriter } from './result-writer.ts';
import { encodeRowFrame } from './row-frame.ts';
import { RowIndex, type RowSpan } from './row-index.ts';
import { RowLog } from './row-log.ts';
import type { RowSource } from './row-source.ts';

export interface StoredResultOptions {
  id: string;
  /** Where rows go that are too many for memory. */
  file: string;
  /** See `ResultLimits`. */
  memoryBytes: number;
  diskBytes: number;
  budget: DiskBudget;
  /** Told when nobody new may read it. */
  onReleased: (result: StoredResult) => void;
  /** Told once, after its rows were removed. */
  onRemoved: (result: StoredResult) => void;
  log: Logger;
}

type Cap = NonNullable<ResultInfo['capped']>;

/** One result: written by whoever runs the statement, read by pages, searches and exports at the same time. */
export class StoredResult implements ResultWriter, RowSource {
  readonly full: Promise<void>;
  readonly #given: NewResult;
  readonly #options: StoredResultOptions;
  readonly #rows: RowLog;
  readonly #index = new RowIndex();
  readonly #startedAtMs: number;
  #resolveFull: () => void = () => undefined;
  #firstRowMs: number | null = null;
  #durationMs: number | null = null;
  #end: ResultEnd | null = null;
  #cap: Cap | null = null;
  #leases = 0;
  #isGone = false;
  #removed: Promise<void> | null = null;

  constructor(given: NewResult, options: StoredResultOptions) {
    this.#given = given;
    this.#options = options;
    this.#startedAtMs = given.startedAtMs ?? performance.now();
    this.#rows = new RowLog({
      file: options.file,
      spillBytes: options.memoryBytes / 64,
      holdBackBytes: options.memoryBytes / 8,
      onFailure: (error) => this.#stopAtFailure(error),
    });
    this.full = new Promise((resolve) => {
      this.#resolveFull = resolve;
    });
  }

  get id(): string {
    return this.#options.id;
  }

  get consoleId(): string {
    return this.#given.consoleId;
  }

  get columns(): readonly ResultColumn[] {
    return this.#given.columns;
  }

  get rowCount(): number {
    return this.#index.rowCount;
  }

  get spanCount(): number {
    return this.#index.spanCount;
  }

  rows(frames: Buffer, count: number): void | Promise<void> {
    if (count === 0 || this.#end !== null || this.#cap !== null || this.#isGone) return;
    const { diskBytes, budget } = this.#options;
    const sizeBytes = this.#index.sizeBytes + frames.length;
    if (this.#given.whole !== true && sizeBytes > diskBytes)
      return this.#stopAt({ limit: 'disk', bytes: diskBytes });
    if (!budget.take(frames.length)) return this.#stopAt({ limit: 'disk', bytes: this.#index.sizeBytes });
    this.#firstRowMs ??= performance.now() - this.#startedAtMs;
    this.#index.add(frames, count);
    return this.#rows.append(frames);
  }

  append(rows: readonly (readonly (string | null)[])[]): void | Promise<void> {
    return this.rows(Buffer.concat(rows.map(encodeRowFrame)), rows.length);
  }

  async finish(end: ResultEnd): Promise<void> {
    if (this.#end !== null) return;
    this.#durationMs = performance.now() - this.#startedAtMs;
    await this.#rows.flush();
    this.#end = end;
  }

  info(): ResultInfo {
    const { number, title = null, statement, columns } = this.#given;
    const end = this.#end;
    const capped = this.#cap ?? (end?.state === 'capped' ? { limit: end.limit, bytes: end.bytes } : null);
    return {
      id: this.id,
      number,
      title,
      statement,
      columns: [...columns],
      footers: end?.state === 'complete' ? [...(end.footers ?? [])] : [],
      rowCount: this.rowCount,
      sizeBytes: this.#index.sizeBytes,
      state: end === null ? 'running' : capped === null ? end.state : 'capped',
      capped,
      command: end?.state === 'complete' && capped === null ? end.command : null,
      firstRowMs: this.#firstRowMs,
      durationMs: this.#durationMs,
    };
  }

  span(position: number): RowSpan | null {
    return this.#index.span(position);
  }

  positionOf(row: number): number | null {
    return row < this.rowCount ? this.#index.positionOf(row) : null;
  }

  async read(offset: number, length: number): Promise<Buffer> {
    try {
      return await this.#rows.read(offset, length);
    } catch (error) {
      if (!this.#isGone) throw error;
      throw new AppFailure({ code: 'not-found', kind: 'result', name: this.id }, { cause: error });
    }
  }

  /** Keeps the rows readable until the answered function is called, even when the result is let go of. */
  lease(): () => Promise<void> {
    this.#leases += 1;
    let isHeld = true;
    return async () => {
      if (!isHeld) return;
      isHeld = false;
      this.#leases -= 1;
      if (this.#isGone) await this.release();
    };
  }

  /** Takes no more rows, and removes those it has as soon as nobody holds a lease. */
  async release(): Promise<void> {
    this.#isGone = true;
    this.#options.onReleased(this);
    if (this.#leases === 0) await this.remove();
  }

  /** Removes the rows at once; who reads them hears that the result is gone. */
  async remove(): Promise<void> {
    this.#isGone = true;
    this.#removed ??= this.#remove();
    await this.#removed;
  }

  async #remove(): Promise<void> {
    try {
      await this.#rows.dispose();
    } finally {
      this.#options.budget.giveBack(this.#index.sizeBytes);
      this.#options.onRemoved(this);
    }
  }

  #stopAt(cap: Cap): void {
    if (this.#cap !== null) return;
    this.#cap = cap;
    this.#resolveFull();
  }

  #stopAtFailure(error: unknown): void {
    const isFull = isNodeError(error) && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
    if (!isFull) this.#options.log.error({ err: error }, 'the rows of a result could not be written');
    this.#stopAt({ limit: isFull ? 'disk-full' : 'disk-failed', bytes: this.#index.sizeBytes });
  }
}

function isNodeError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error;
}
