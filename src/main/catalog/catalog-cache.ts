import type { Catalog } from '../../shared/contract/catalog.ts';

interface Slot {
  /** The container and its start: another one may hold other data. */
  server: string;
  readAtMs: number;
  catalog: Promise<Catalog>;
}

/** Others may change the schema, too, and nobody tells. */
const keepMs = 30_000;

/** Catalogues by instance and database. Who asks while one is read waits for the same reading. */
export class CatalogCache {
  readonly #slots = new Map<string, Map<string | null, Slot>>();
  readonly #nowMs: () => number;

  constructor(nowMs: () => number = () => performance.now()) {
    this.#nowMs = nowMs;
  }

  /** What is kept of this very server, else what `read` answers. A failure is not kept. */
  get(
    place: { instance: string; server: string; database: string | null },
    read: () => Promise<Catalog>,
  ): Promise<Catalog> {
    const { instance, server, database } = place;
    const slots = this.#slots.get(instance) ?? new Map<string | null, Slot>();
    this.#slots.set(instance, slots);
    const known = slots.get(database);
    if (known?.server === server && this.#nowMs() - known.readAtMs < keepMs) return known.catalog;
    const slot = { server, readAtMs: this.#nowMs(), catalog: read() };
    slots.set(database, slot);
    slot.catalog.catch(() => {
      if (slots.get(database) === slot) slots.delete(database);
    });
    return slot.catalog;
  }

  /** What is being read now is answered, and not kept. */
  forget(instance: string): void {
    this.#slots.delete(instance);
  }
}
