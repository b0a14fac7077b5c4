import { useStagedStore } from '../../../stores/staged-store.ts';
import type { StagedTable } from './staged-table.ts';
import { stagedOf, stagedText } from './staged-text.ts';

const prefix = 'howdah.staged.1 ';
const quietMs = 250;

type Tables = Readonly<Record<string, StagedTable>>;

/**
 * Keeps a copy of everything that is staged for the next load of the page, and brings it back once. What does not fit
 * into the browser's storage is named in the store (`unkept`). A window that is closed takes all of it with it: it asks.
 */
export class StagedKeeper {
  readonly #storage: Storage;
  readonly #life = new AbortController();
  #kept: Tables = {};
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(storage: Storage, page: EventTarget) {
    this.#storage = storage;
    this.#restore();
    const { signal } = this.#life;
    const end = useStagedStore.subscribe(({ tables }) => {
      if (tables !== this.#kept) this.#timer ??= setTimeout(this.#write, quietMs);
    });
    signal.addEventListener('abort', end);
    page.addEventListener('pagehide', this.#write, { signal });
    page.addEventListener('beforeunload', askBeforeLoss, { signal });
  }

  #restore(): void {
    const found: Record<string, StagedTable> = {};
    for (let index = 0; index < this.#storage.length; index += 1) {
      const name = this.#storage.key(index);
      if (name?.startsWith(prefix) !== true) continue;
      const table = stagedOf(this.#storage.getItem(name) ?? '');
      if (table !== null) found[name.slice(prefix.length)] = table;
    }
    useStagedStore.setState(({ tables }) => ({ tables: { ...found, ...tables } }));
    this.#kept = useStagedStore.getState().tables;
  }

  readonly #write = (): void => {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const { tables, unkept } = useStagedStore.getState();
    const before = this.#kept;
    this.#kept = tables;
    const failed = new Set(unkept);
    for (const key of new Set([...Object.keys(before), ...Object.keys(tables)])) {
      if (tables[key] === before[key]) continue;
      failed.delete(key);
      if (!this.#keep(prefix + key, tables[key])) failed.add(key);
    }
    if (failed.size !== unkept.length || [...failed].some((key) => !unkept.includes(key))) {
      useStagedStore.setState({ unkept: [...failed] });
    }
  };

  /** False: there is no room for it. */
  #keep(name: string, table: StagedTable | undefined): boolean {
    this.#storage.removeItem(name);
    if (table === undefined) return true;
    try {
      this.#storage.setItem(name, stagedText(table));
      return true;
    } catch {
      return false;
    }
  }

  /** Writes what is not written yet. */
  dispose(): void {
    this.#write();
    this.#life.abort();
  }
}

function askBeforeLoss(event: Event): void {
  const { tables } = useStagedStore.getState();
  if (Object.values(tables).some(({ rows }) => rows.size > 0)) event.preventDefault();
}
