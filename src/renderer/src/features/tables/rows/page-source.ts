import type { RowPage, TableRow } from '../../../../../shared/contract/tables.ts';
import type { GridRow, GridSource } from '../../../components/data-grid/grid-source.ts';

const rowsOf = (page: RowPage | null): readonly TableRow[] => page?.rows ?? [];

/** The rows of one page for a grid; another page takes its place at once. */
export class PageSource implements GridSource {
  readonly #listeners = new Set<() => void>();
  #page: RowPage | null = null;
  #version = 0;

  get rowCount(): number {
    return rowsOf(this.#page).length;
  }

  rowAt(index: number): GridRow | undefined {
    return rowsOf(this.#page)[index]?.cells;
  }

  show(): void {}

  setPage(page: RowPage | null): void {
    if (page === this.#page) return;
    this.#page = page;
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly version = (): number => this.#version;
}
