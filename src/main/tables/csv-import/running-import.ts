import { setTimeout as delay } from 'node:timers/promises';
import type { ImportState } from '../../../shared/contract/csv-import.ts';
import { AppFailure } from '../../lib/app-failure.ts';
import { Bell } from '../../lib/bell.ts';
import { PushedFile } from '../../uploads/pushed-file.ts';
import type { ImportEnd } from './import-csv.ts';
import type { ImportHost } from './import-host.ts';

export type ImportWork = (host: ImportHost, signal: AbortSignal) => Promise<ImportEnd>;

type Outcome = { end: ImportEnd } | { failure: unknown };

const intervalMs = 50;

/**
 * One file on its way into a table. It belongs to the page that sends it: when nobody watches it any more it is
 * cancelled, since nobody is left to send the rest or to see how it ends. A page that never watched and sends nothing
 * for a minute is taken for gone, too.
 */
export class RunningImport implements ImportHost {
  readonly file: PushedFile;
  /** Never rejects. */
  readonly ended: Promise<void>;
  readonly #abort = new AbortController();
  readonly #watchers = new Set<Bell>();
  #progress = { lines: null as number | null, finishing: false };
  #isSealed = false;
  #outcome: Outcome | null = null;

  constructor(file: { name: string; sizeBytes: number }, work: ImportWork) {
    this.file = new PushedFile(file);
    this.ended = this.#run(work);
  }

  get isRunning(): boolean {
    return this.#outcome === null;
  }

  /** Takes the next piece. Resolves when more is wanted; false: it ended, the rest is not needed. */
  async push(piece: Buffer, last: boolean): Promise<boolean> {
    const isWanted = this.file.push(piece, last);
    this.#ring();
    return isWanted;
  }

  tell({ lines, finishing }: { lines?: number; finishing?: boolean }): void {
    this.#progress = {
      lines: lines ?? this.#progress.lines,
      finishing: finishing ?? this.#progress.finishing,
    };
    this.#ring();
  }

  seal(): void {
    this.#abort.signal.throwIfAborted();
    this.#isSealed = true;
  }

  /** Nothing of it stays, unless it is being committed. Of one that ended nothing happens. */
  cancel(): void {
    if (this.#isSealed) return;
    this.#abort.abort();
    this.file.dispose();
  }

  /**
   * Its state at once, then whenever it changed, at most every 50 ms; the last one is how it ended.
   * @throws AppFailure why it could not be done: `not-found`, `file-unusable`, `database-unreachable`, …
   */
  async *watch(callerGone: AbortSignal): AsyncGenerator<ImportState> {
    const bell = new Bell();
    this.#watchers.add(bell);
    try {
      while (!callerGone.aborted) {
        const outcome = this.#outcome;
        if (outcome !== null && 'failure' in outcome) throw outcome.failure;
        yield outcome?.end ?? this.#state();
        if (outcome !== null) return;
        // Rejects only when the signal aborts, which the loop looks at. An end is not kept waiting.
        await Promise.race([this.ended, delay(intervalMs, undefined, { signal: callerGone })]).catch(
          () => undefined,
        );
        await bell.wait({ signal: callerGone });
      }
    } finally {
      this.#watchers.delete(bell);
      if (this.#watchers.size === 0) this.cancel();
    }
  }

  #state(): ImportState {
    const { readBytes, sizeBytes } = this.file;
    return { state: 'running', readBytes, sizeBytes, ...this.#progress };
  }

  async #run(work: ImportWork): Promise<void> {
    try {
      this.#outcome = { end: await work(this, this.#abort.signal) };
    } catch (failure) {
      const isCancelled = failure instanceof AppFailure && failure.appError.code === 'cancelled';
      this.#outcome = isCancelled ? { end: { state: 'cancelled' } } : { failure };
    } finally {
      this.file.dispose();
      this.#ring();
    }
  }

  #ring(): void {
    for (const bell of this.#watchers) bell.ring();
  }
}
