import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ResultInfo } from '../../shared/contract/results.ts';
import { AppFailure } from '../lib/app-failure.ts';
import type { Logger } from '../lib/logger.ts';
import { DiskBudget } from './disk-budget.ts';
import type { NewResult, ResultWriter } from './result-writer.ts';
import { StoredResult } from './stored-result.ts';

export interface ResultLimits {
  /**
   * What one result may hold in memory. Up to a 64th of it stays there for good, what is more goes to a file; the
   * server is held back at an eighth, as one chunk may be a single huge row.
   */
  memoryBytes: number;
  /** Of one result, unless all of it was asked for. */
  diskBytes: number;
  /** Of all results together. */
  totalDiskBytes?: number;
}

export interface ResultStoreOptions {
  /** A folder of the store's own. */
  dir: string;
  limits?: ResultLimits;
  log: Logger;
}

const defaultLimits: ResultLimits = { memoryBytes: 64 * 1024 ** 2, diskBytes: 2 * 1024 ** 3 };
const fileEnding = '.rows';

/** Rows of every console's results, as they came over the wire. They do not outlive the app. */
export class ResultStore {
  readonly #results = new Map<string, StoredResult>();
  /** Also those that were let go of and are still read by an export. */
  readonly #kept = new Set<StoredResult>();
  readonly #budget: DiskBudget;

  private constructor(
    private readonly dir: string,
    private readonly limits: ResultLimits,
    private readonly log: Logger,
  ) {
    this.#budget = new DiskBudget(limits.totalDiskBytes ?? Number.POSITIVE_INFINITY);
  }

  /**
   * Removes what a killed app left in the folder.
   * @throws Error when the folder cannot be made or read.
   */
  static async open({ dir, limits = defaultLimits, log }: ResultStoreOptions): Promise<ResultStore> {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    const left = (await readdir(dir)).filter((name) => name.endsWith(fileEnding));
    await Promise.all(left.map((name) => rm(join(dir, name), { force: true })));
    return new ResultStore(dir, limits, log);
  }

  create(given: NewResult): ResultWriter {
    const id = randomUUID();
    const { memoryBytes, diskBytes } = this.limits;
    const file = join(this.dir, `${id}${fileEnding}`);
    const result = new StoredResult(given, {
      id,
      file,
      memoryBytes,
      diskBytes,
      budget: this.#budget,
      onReleased: (released) => this.#results.delete(released.id),
      onRemoved: (removed) => this.#kept.delete(removed),
      log: this.log,
    });
    this.#results.set(id, result);
    this.#kept.add(result);
    return result;
  }

  /** @throws AppFailure `not-found` when it was let go of, or never was. */
  get(id: string): StoredResult {
    const result = this.#results.get(id);
    if (result === undefined) throw new AppFailure({ code: 'not-found', kind: 'result', name: id });
    return result;
  }

  /** @throws AppFailure `not-found` as {@link get} does. */
  info(id: string): ResultInfo {
    return this.get(id).info();
  }

  /** Of a console, in the order in which they were made. */
  infos(consoleId: string): ResultInfo[] {
    return this.#of(consoleId).map((result) => result.info());
  }

  /** Lets go of a console's results. One that is being exported stays on the disk until that is done. */
  async release(consoleId: string): Promise<void> {
    await Promise.all(this.#of(consoleId).map((result) => result.release()));
  }

  /** Removes all results; exports under way fail. */
  async dispose(): Promise<void> {
    this.#results.clear();
    await Promise.all([...this.#kept].map((result) => result.remove()));
  }

  #of(consoleId: string): StoredResult[] {
    return [...this.#results.values()].filter((result) => result.consoleId === consoleId);
  }
}
