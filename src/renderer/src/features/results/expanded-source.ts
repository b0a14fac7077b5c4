import type { GridColumn, GridRow, GridSource } from '../../components/data-grid/grid-source.ts';

/** The rows of another source as records below each other: a heading, then a line for each column. */
export class ExpandedSource implements GridSource {
  readonly #rows: GridSource;
  readonly #columns: readonly GridColumn[];
  readonly #heading: (record: number) => string;
  readonly subscribe: GridSource['subscribe'];
  readonly version: GridSource['version'];

  /** @param heading what stands above a record, counted from 0. */
  constructor(rows: GridSource, columns: readonly GridColumn[], heading: (record: number) => string) {
    this.#heading = heading;
    this.#rows = rows;
    this.#columns = columns;
    this.subscribe = (listener) => rows.subscribe(listener);
    this.version = () => rows.version();
  }

  get #height(): number {
    return this.#columns.length + 1;
  }

  get rowCount(): number {
    return this.#rows.rowCount * this.#height;
  }

  rowAt(index: number): GridRow | undefined {
    const { record, column } = this.placeOf(index);
    const row = this.#rows.rowAt(record);
    if (row === undefined) return undefined;
    return column === null
      ? [this.#heading(record), '']
      : [this.#columns[column]?.name ?? '', row[column] ?? null];
  }

  show(first: number, last: number): void {
    this.#rows.show(this.placeOf(first).record, this.placeOf(last).record);
  }

  /** The record and column that a line shows; null for the heading. */
  placeOf(line: number): { record: number; column: number | null } {
    const within = line % this.#height;
    return { record: Math.floor(line / this.#height), column: within === 0 ? null : within - 1 };
  }

  lineOf(record: number, column: number): number {
    return record * this.#height + 1 + column;
  }
}
