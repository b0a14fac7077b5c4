import { AppFailure } from '../lib/app-failure.ts';

/** The name of the lock on a container; names, not ids, because a recreated container keeps its name. */
export function containerLock(name: string): string {
  return `container:${name}`;
}

export function volumeLock(name: string): string {
  return `volume:${name}`;
}

/** Who works on what: one operation at a time per engine and container name or volume name. */
export class OperationLocks {
  readonly #holders = new Map<string, string>();

  /** @throws AppFailure `busy` when another operation holds one of them; then none is taken. */
  take(engineId: string, locks: readonly string[], operationId: string): void {
    for (const lock of locks) {
      const holder = this.holderOf(engineId, lock);
      if (holder !== null && holder !== operationId) {
        const subject = lock.slice(lock.indexOf(':') + 1);
        throw new AppFailure({ code: 'busy', subject, operationId: holder });
      }
    }
    for (const lock of locks) this.#holders.set(keyOf(engineId, lock), operationId);
  }

  release(operationId: string): void {
    for (const [key, holder] of this.#holders) if (holder === operationId) this.#holders.delete(key);
  }

  holderOf(engineId: string, lock: string): string | null {
    return this.#holders.get(keyOf(engineId, lock)) ?? null;
  }
}

function keyOf(engineId: string, lock: string): string {
  return `${engineId} ${lock}`;
}
