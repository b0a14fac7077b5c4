import { appendFile, rm } from 'node:fs/promises';
import type { HistoryEntry } from '../../shared/contract/history.ts';
import type { Logger } from '../lib/logger.ts';
import { writeDurably } from '../lib/write-durably.ts';
import { readHistory } from './read-history.ts';

export interface HistoryLimits {
  entries: number;
  bytes: number;
}

export interface HistoryQuery {
  text: string;
  before: string | null;
  limit: number;
}

/** What is kept when a limit is passed, so that not every entry causes a compaction. */
const keptShare = 0.9;

/** An entry with the line that it is kept as. */
interface Kept {
  entry: HistoryEntry;
  bytes: number;
}

/**
 * The history of one instance as JSON lines, written one after the other. It is no journal: the lines are given to the
 * system and not synced, and a crash of the app loses what came while the last ones were written.
 */
export class HistoryFile {
  readonly #file: string;
  readonly #limits: HistoryLimits;
  #kept: Kept[];
  #bytes = 0;
  #lastId: number;
  #tail: Promise<void> = Promise.resolve();
  #lines = '';
  /** The file holds what is to be forgotten, or half a line. */
  #mustRewrite = false;

  private constructor(file: string, limits: HistoryLimits, entries: readonly HistoryEntry[]) {
    this.#file = file;
    this.#limits = limits;
    this.#kept = entries.map((entry) => ({ entry, bytes: Buffer.byteLength(lineOf(entry)) }));
    this.#bytes = this.#kept.reduce((sum, { bytes }) => sum + bytes, 0);
    this.#lastId = entries.reduce((last, { id }) => Math.max(last, Number(id) || 0), 0);
  }

  /** @throws Error of the file system */
  static async open(file: string, limits: HistoryLimits, log: Logger): Promise<HistoryFile> {
    const { entries, clean } = await readHistory(file, log);
    const history = new HistoryFile(file, limits, entries);
    history.#mustRewrite = !clean;
    history.#forgetOldest();
    await history.#write();
    return history;
  }

  /** Resolves when the system has it. @throws Error of the file system; then it is told while the app runs. */
  add(entry: Omit<HistoryEntry, 'id'>): Promise<void> {
    this.#lastId += 1;
    const whole = { id: String(this.#lastId), ...entry };
    const line = lineOf(whole);
    const bytes = Buffer.byteLength(line);
    this.#kept.push({ entry: whole, bytes });
    this.#bytes += bytes;
    this.#lines += line;
    this.#forgetOldest();
    return this.#queueWrite();
  }

  /** Newest first. */
  search({ text, before, limit }: HistoryQuery): { entries: HistoryEntry[]; more: boolean } {
    const wanted = text.toLowerCase();
    const last = before === null ? Number.POSITIVE_INFINITY : Number(before);
    const entries: HistoryEntry[] = [];
    for (const { entry } of this.#kept.toReversed()) {
      if (Number(entry.id) >= last || !entry.text.toLowerCase().includes(wanted)) continue;
      if (entries.length === limit) return { entries, more: true };
      entries.push(entry);
    }
    return { entries, more: false };
  }

  /** Resolves when nothing of it is on the disk. @throws Error of the file system */
  async clear(): Promise<void> {
    this.#kept = [];
    this.#bytes = 0;
    this.#mustRewrite = true;
    await Promise.all([this.#queueWrite(), rm(`${this.#file}.damaged`, { force: true })]);
  }

  /** Resolves when nothing is under way. */
  async settle(): Promise<void> {
    await this.#tail;
  }

  #forgetOldest(): void {
    const { entries, bytes } = this.#limits;
    if (this.#kept.length <= entries && this.#bytes <= bytes) return;
    let first = Math.max(0, this.#kept.length - Math.floor(entries * keptShare));
    let left = this.#kept.slice(first).reduce((sum, kept) => sum + kept.bytes, 0);
    while (left > bytes * keptShare && first < this.#kept.length - 1) {
      left -= this.#kept[first]?.bytes ?? 0;
      first += 1;
    }
    this.#kept = this.#kept.slice(first);
    this.#bytes = left;
    this.#mustRewrite = true;
  }

  #queueWrite(): Promise<void> {
    const written = this.#tail.then(() => this.#write());
    this.#tail = written.catch(() => undefined);
    return written;
  }

  /** Everything that came since the last write, in one go. */
  async #write(): Promise<void> {
    const lines = this.#lines;
    const mustRewrite = this.#mustRewrite;
    this.#lines = '';
    this.#mustRewrite = false;
    try {
      if (mustRewrite) await writeDurably(this.#file, this.#kept.map(({ entry }) => lineOf(entry)).join(''));
      else if (lines !== '') await appendFile(this.#file, lines, { mode: 0o600 });
    } catch (error) {
      this.#mustRewrite = true;
      throw error;
    }
  }
}

function lineOf(entry: HistoryEntry): string {
  return `${JSON.stringify(entry)}\n`;
}
