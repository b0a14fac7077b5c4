import { randomUUID } from 'node:crypto';
import type { ImportOptions, ImportState } from '../../../shared/contract/csv-import.ts';
import type { RelationPlace } from '../../../shared/contract/relations.ts';
import { AppFailure } from '../../lib/app-failure.ts';
import type { TableSessions } from '../table-sessions.ts';
import { askWhetherSaved } from '../transactions/ask-whether-saved.ts';
import { checkCsv } from './check-csv.ts';
import { type ImportEnd, importCsv } from './import-csv.ts';
import type { ImportHost } from './import-host.ts';
import { ImportInDoubt } from './import-in-doubt.ts';
import { RunningImport } from './running-import.ts';

export interface ImportWish extends RelationPlace {
  mode: 'import' | 'check';
  fileName: string;
  sizeBytes: number;
  options: ImportOptions;
}

type ImportTarget = Pick<ImportWish, keyof RelationPlace | 'options'>;

/** Ended ones whose end somebody may still ask for. */
const maxKept = 50;

/** CSV files on their way into tables, or being checked for that. */
export class TableImports {
  readonly #sessions: TableSessions;
  readonly #imports = new Map<string, RunningImport>();
  #isOver = false;

  constructor(sessions: TableSessions) {
    this.#sessions = sessions;
  }

  /**
   * Begins to take a file; what comes of it, {@link watch} tells.
   * @throws AppFailure `cancelled` when the app ends
   */
  async start({ mode, fileName, sizeBytes, ...target }: ImportWish): Promise<{ importId: string }> {
    if (this.#isOver) throw new AppFailure({ code: 'cancelled' });
    const importId = randomUUID();
    this.#forgetOldest();
    this.#imports.set(
      importId,
      new RunningImport({ name: fileName, sizeBytes }, (host, signal) =>
        mode === 'import' ? this.#import(target, host, signal) : this.#check(target, host, signal),
      ),
    );
    return { importId };
  }

  /** @throws AppFailure `not-found` */
  async chunk(importId: string, bytes: Buffer, last: boolean): Promise<{ wanted: boolean }> {
    return { wanted: await this.#get(importId).push(bytes, last) };
  }

  /** @throws AppFailure `not-found`, and why the import could not be done */
  watch(importId: string, signal: AbortSignal): AsyncGenerator<ImportState> {
    return this.#get(importId).watch(signal);
  }

  /** @throws AppFailure `not-found` */
  cancel(importId: string): void {
    this.#get(importId).cancel();
  }

  hasRunning(): boolean {
    return [...this.#imports.values()].some(({ isRunning }) => isRunning);
  }

  /** Cancels all of them, and waits until that is done. */
  async dispose(): Promise<void> {
    this.#isOver = true;
    const all = [...this.#imports.values()];
    for (const running of all) running.cancel();
    await Promise.all(all.map(({ ended }) => ended));
  }

  #check(target: ImportTarget, host: ImportHost, signal: AbortSignal): Promise<ImportEnd> {
    return this.#sessions.use(target, signal, (session) => checkCsv(session, target, host));
  }

  /** Where the connection is lost during COMMIT the server is asked how it ended. */
  async #import(target: ImportTarget, host: ImportHost, signal: AbortSignal): Promise<ImportEnd> {
    try {
      return await this.#sessions.use(target, signal, (session) => importCsv(session, target, host));
    } catch (error) {
      if (!(error instanceof ImportInDoubt)) throw error;
      const answer = await askWhetherSaved(this.#sessions, target, error.transaction);
      if (answer === 'saved') return error.end;
      throw error.cause;
    }
  }

  #get(importId: string): RunningImport {
    const found = this.#imports.get(importId);
    if (found !== undefined) return found;
    throw new AppFailure({ code: 'not-found', kind: 'import', name: importId });
  }

  #forgetOldest(): void {
    const ended = [...this.#imports].filter(([, { isRunning }]) => !isRunning);
    for (const [importId] of ended.slice(0, Math.max(0, ended.length - maxKept)))
      this.#imports.delete(importId);
  }
}
