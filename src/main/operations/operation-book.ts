import type { Operation, OperationProgress } from '../../shared/contract/operations.ts';
import { AppFailure } from '../lib/app-failure.ts';
import { applyRecord, noRecovery, type OperationHistory } from './apply-record.ts';
import { Journal } from './journal.ts';
import type { JournalRecord } from './journal-record.ts';
import { OperationWatch } from './operation-watch.ts';

/**
 * All operations as they stand, in memory and in the journal, and who listens to them. What the journal shows under way
 * when the book is opened is `interrupted`.
 */
export class OperationBook {
  readonly #histories = new Map<string, OperationHistory>();
  readonly #watches = new Set<OperationWatch>();
  readonly #listeners = new Set<() => void>();

  private constructor(readonly journal: Journal) {
    for (const history of journal.histories) {
      const { operation } = history;
      this.#histories.set(operation.id, operation.endedAtMs === null ? interrupted(history) : history);
    }
  }

  static async open(file: string): Promise<OperationBook> {
    return new OperationBook(await Journal.open(file));
  }

  /** Newest first, at most 200. */
  list(): Operation[] {
    const all = [...this.#histories.values()].map(({ operation }) => operation);
    return all.sort((a, b) => b.startedAtMs - a.startedAtMs).slice(0, 200);
  }

  interrupted(): OperationHistory[] {
    return [...this.#histories.values()].filter(({ operation }) => operation.state === 'interrupted');
  }

  /** @throws AppFailure `not-found`. */
  history(id: string): OperationHistory {
    const history = this.#histories.get(id);
    if (history === undefined) throw new AppFailure({ code: 'not-found', kind: 'operation', name: id });
    return history;
  }

  /** Resolves when the record is on the disk; only then does it count. */
  async record(record: JournalRecord): Promise<void> {
    await this.journal.append(record);
    this.#apply(record);
  }

  /** For a pause when the disk takes no more: the journal then shows the operation under way, which is true as well. */
  recordInMemory(record: JournalRecord): void {
    this.#apply(record);
  }

  progress(id: string, progress: OperationProgress | null): void {
    if (this.history(id).operation.progress !== progress) this.#change(id, { progress });
  }

  judge(id: string, recovery: NonNullable<Operation['recovery']>): void {
    if (this.history(id).operation.state === 'interrupted') this.#change(id, { recovery });
  }

  /** Called after every change of any operation; coalescing is the listener's. Answers how to stop listening. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async *watch(signal: AbortSignal): AsyncGenerator<Operation> {
    const watch = new OperationWatch();
    for (const operation of this.list().reverse()) {
      if (operation.state === 'running' || operation.state === 'interrupted') watch.push(operation);
    }
    this.#watches.add(watch);
    try {
      yield* watch.read(signal);
    } finally {
      this.#watches.delete(watch);
    }
  }

  async dispose(): Promise<void> {
    await this.journal.dispose();
    this.#listeners.clear();
  }

  #apply(record: JournalRecord): void {
    const next = applyRecord(this.#histories.get(record.id) ?? null, record);
    if (next === null) return;
    this.#histories.set(record.id, next);
    this.#tell(next.operation);
  }

  #change(id: string, patch: Partial<Operation>): void {
    const history = this.history(id);
    const operation = { ...history.operation, ...patch };
    this.#histories.set(id, { ...history, operation });
    this.#tell(operation);
  }

  #tell(operation: Operation): void {
    for (const watch of this.#watches) watch.push(operation);
    for (const listener of this.#listeners) listener();
  }
}

function interrupted(history: OperationHistory): OperationHistory {
  const operation: Operation = {
    ...history.operation,
    state: 'interrupted',
    recovery: noRecovery,
  };
  return { ...history, operation };
}
