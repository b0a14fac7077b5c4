import type { Operation } from '../../shared/contract/operations.ts';

const quietMs = 100;

/**
 * Snapshots for one listener: the newest of each operation, each operation at most ten times a second, its last
 * state always. Memory is bounded by the number of operations, however slowly the listener reads.
 */
export class OperationWatch {
  readonly #pending = new Map<string, Operation>();
  readonly #sentAtMs = new Map<string, number>();
  #wake: (() => void) | null = null;

  push(operation: Operation): void {
    this.#pending.set(operation.id, operation);
    this.#wake?.();
  }

  /** Ends when `signal` is aborted. */
  async *read(signal: AbortSignal): AsyncGenerator<Operation> {
    while (!signal.aborted) {
      const now = Date.now();
      const due = [...this.#pending.values()].find(({ id }) => this.#dueAtMs(id) <= now);
      if (due === undefined) {
        await this.#wait(signal, now);
        continue;
      }
      this.#pending.delete(due.id);
      this.#sentAtMs.set(due.id, now);
      yield due;
    }
  }

  #dueAtMs(id: string): number {
    return (this.#sentAtMs.get(id) ?? Number.NEGATIVE_INFINITY) + quietMs;
  }

  async #wait(signal: AbortSignal, now: number): Promise<void> {
    const dueInMs = [...this.#pending.keys()].map((id) => this.#dueAtMs(id) - now);
    await new Promise<void>((resolve) => {
      let timer: NodeJS.Timeout | undefined;
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        this.#wake = null;
        resolve();
      };
      this.#wake = done;
      signal.addEventListener('abort', done, { once: true });
      if (dueInMs.length > 0) timer = setTimeout(done, Math.min(...dueInMs));
    });
  }
}
