import { randomUUID } from 'node:crypto';
import type { ImportOptions, ImportState, RelationPlace } from '../../../shared/contract/tables.ts';
import { AppFailure } from '../../lib/app-failure.ts';
import type { TableSessions } from '../table-sessions.ts';
import { checkCsv } from './check-csv.ts';
import { importCsv } from './import-csv.ts';
import { RunningImport } from './running-import.ts';

export interface ImportWish extends RelationPlace {
  mode: 'import' | 'check';
  fileName: string;
  sizeBytes: number;
  options: ImportOptions;
}

/** Ended ones whose end somebody may still ask for. */
const maxKept = 50;

/** CSV files on their way into tables, or being checked for that. */
export class TableImports {
  readonly #sessions: Pick<TableSessions, 'use'>;
  readonly #imports = new Map<string, RunningImport>();
  #isOver = false;

  constructor(sessions: Pick<TableSessions, 'use'>) {
    this.#sessions = sessions;
  }

  /**
   * Begins to take a file; what comes of it, {@link watch} tells.
   * @throws AppFailure `cancelled` when the app ends
   */
  async start({ mode, fileName, sizeBytes, ...target }: ImportWish): Promise<{ importId: string }> {
    if (this.#isOver) throw new AppFailure({ code: 'cancelled' });
    const work = mode === 'import' ? importCsv : checkCsv;
    const importId = randomUUID();
    this.#forgetOldest();
    this.#imports.set(
      importId,
      new RunningImport({ name: fileName, sizeBytes }, (host, signal) =>
        this.#sessions.use(target, signal, (session) => work(session, target, host)),
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
