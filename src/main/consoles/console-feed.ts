import { setTimeout as delay } from 'node:timers/promises';
import type { ConsoleState, ConsoleUpdate } from '../../shared/contract/consoles.ts';
import type { ResultInfo } from '../../shared/contract/results.ts';
import { Bell } from '../lib/bell.ts';
import type { ConsoleLog } from './console-log.ts';

/** What there is to tell of a console, as it is now. */
export interface FeedSource {
  log: ConsoleLog;
  state(): ConsoleState;
  results(): ResultInfo[];
}

const intervalMs = 50;
/** What a quick statement does, from its start to its last row, goes in one message. */
const gatherMs = 10;
const maxEntries = 500;
const maxChars = 1024 * 1024;

interface Reader {
  bell: Bell;
  /** Of the last entry that was told. */
  lastId: number;
  stale: { state: boolean; results: boolean };
}

/** Tells any number of windows what becomes of one console. */
export class ConsoleFeed {
  readonly #source: FeedSource;
  readonly #readers = new Set<Reader>();
  readonly #over = new AbortController();

  constructor(source: FeedSource) {
    this.#source = source;
  }

  /** Something of this kind changed; of the log there is nothing to say, it is looked at. */
  touch(what: 'state' | 'results' | 'log'): void {
    for (const reader of this.#readers) {
      if (what !== 'log') reader.stale[what] = true;
      reader.bell.ring();
    }
  }

  /**
   * First everything, then what changed since the message before: at once when it was quiet, else after 50 ms. A reader
   * that is slow gets fewer messages, not later ones. Ends when the signal aborts or the console is closed.
   */
  async *watch(callerGone: AbortSignal): AsyncGenerator<ConsoleUpdate> {
    const signal = AbortSignal.any([callerGone, this.#over.signal]);
    const reader: Reader = { bell: new Bell(), lastId: 0, stale: { state: true, results: true } };
    this.#readers.add(reader);
    try {
      for (let reset = true; !signal.aborted; reset = false) {
        yield this.#update(reader, reset);
        await pause(intervalMs, signal);
        if (this.#isUpToDate(reader)) {
          reader.bell.hush();
          await reader.bell.wait({ signal });
          await pause(gatherMs, signal);
        }
      }
    } finally {
      this.#readers.delete(reader);
    }
  }

  /** Ends every watch. */
  dispose(): void {
    this.#over.abort();
  }

  #isUpToDate({ stale, lastId }: Reader): boolean {
    return !stale.state && !stale.results && lastId === this.#source.log.lastId;
  }

  #update(reader: Reader, reset: boolean): ConsoleUpdate {
    const { log, state, results } = this.#source;
    const { stale } = reader;
    const entries = log.after(reader.lastId, maxEntries, maxChars);
    reader.lastId = entries.at(-1)?.id ?? reader.lastId;
    reader.stale = { state: false, results: false };
    return {
      reset,
      entries,
      forgotten: log.forgotten,
      ...(stale.state && { state: state() }),
      ...(stale.results && { results: results() }),
    };
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  // Rejects only when the signal aborts, which the caller looks at.
  await delay(ms, undefined, { signal }).catch(() => undefined);
}
