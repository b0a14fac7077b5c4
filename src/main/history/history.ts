import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { HistoryEntry } from '../../shared/contract/history.ts';
import { instanceKey, leadingInstanceKey } from '../instances/instance-key.ts';
import type { Logger } from '../lib/logger.ts';
import type { EngineInUse } from '../operations/engine-in-use.ts';
import { HistoryFile, type HistoryQuery } from './history-file.ts';
import { presentableEntry } from './presentable-entry.ts';

export interface HistoryOptions {
  dataDir: string;
  engine: EngineInUse;
  log: Logger;
  onChange(): void;
}

const limits = { entries: 10_000, bytes: 20 * 1024 * 1024 };

/** What was run on each instance (a name on one engine), in `history` of `dataDir`. Passwords are masked before. */
export class History {
  readonly #folder: string;
  readonly #engine: EngineInUse;
  readonly #log: Logger;
  readonly #onChange: () => void;
  /** By instance; read when first asked for. */
  readonly #files = new Map<string, Promise<HistoryFile>>();

  constructor({ dataDir, engine, log, onChange }: HistoryOptions) {
    this.#folder = join(dataDir, 'history');
    this.#engine = engine;
    this.#log = log;
    this.#onChange = onChange;
  }

  /**
   * Keeps what a console ran; its id tells the instance, so that it works while the engine is away. Never throws: that
   * history cannot be written is told in the log and stops nobody's work. Resolves when the system has it.
   */
  async add(consoleId: string, entry: Omit<HistoryEntry, 'id'>): Promise<void> {
    try {
      const file = await this.#of(leadingInstanceKey(consoleId));
      await file.add(presentableEntry(entry));
    } catch (error) {
      this.#log.error({ err: error }, 'the history could not be written');
    }
    this.#onChange();
  }

  /** @throws AppFailure `engine-unreachable` */
  async search({ instance, ...query }: HistoryQuery & { instance: string }) {
    return (await this.#of(this.#keyOf(instance))).search(query);
  }

  /** @throws AppFailure `engine-unreachable`, Error of the file system */
  async clear(instance: string): Promise<void> {
    await (await this.#of(this.#keyOf(instance))).clear();
    this.#onChange();
  }

  /** Resolves when everything that was added is with the system. */
  async dispose(): Promise<void> {
    const opened = await Promise.allSettled(this.#files.values());
    await Promise.all(opened.map((one) => (one.status === 'fulfilled' ? one.value.settle() : undefined)));
  }

  #keyOf(instance: string): string {
    return instanceKey(this.#engine.inUse().id, instance);
  }

  #of(key: string): Promise<HistoryFile> {
    const known = this.#files.get(key);
    if (known !== undefined) return known;
    const opening = this.#open(key);
    this.#files.set(key, opening);
    // What could not be read now may be readable later.
    opening.catch(() => this.#files.delete(key));
    return opening;
  }

  async #open(key: string): Promise<HistoryFile> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    return HistoryFile.open(join(this.#folder, `${key}.jsonl`), limits, this.#log);
  }
}
