import type { GridRow, GridSource } from '../../../components/data-grid/grid-source.ts';
import type { EditedRow } from './edited-rows.ts';

/** The rows of a page, with what is staged, for a grid. */
export class EditedSource implements GridSource {
  readonly #listeners = new Set<() => void>();
  #rows: readonly EditedRow[] = [];
  #version = 0;

  get rowCount(): number {
    return this.#rows.length;
  }

  rowAt(index: number): GridRow | undefined {
    return this.#rows[index]?.cells;
  }

  show(): void {}

  setRows(rows: readonly EditedRow[]): void {
    if (rows === this.#rows) return;
    this.#rows = rows;
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly version = (): number => this.#version;
}
