import type { RowSink } from '../../postgres/console-connection.ts';
import { addRows } from '../../results/export/add-rows.ts';
import { ByteSink } from '../../results/export/byte-sink.ts';
import type { RowFormat } from '../../results/export/row-format.ts';

const blockBytes = 256 * 1024;

/** Turns rows into a file as they come. Holds a block of it, or a row. */
export class FormattedRows implements RowSink {
  readonly #format: RowFormat;
  readonly #write: (bytes: Buffer) => void | Promise<void>;
  readonly #sink = new ByteSink();
  #row = 0;

  /** @param write a promise of it holds the server back */
  constructor(format: RowFormat, write: (bytes: Buffer) => void | Promise<void>) {
    this.#format = format;
    this.#write = write;
    format.begin(this.#sink);
  }

  rows(frames: Buffer, count: number): void | Promise<void> {
    addRows(this.#sink, this.#format, frames, this.#row, this.#row + count);
    this.#row += count;
    if (this.#sink.length >= blockBytes) return this.#write(this.#sink.take());
  }

  async end(): Promise<void> {
    this.#format.end(this.#sink, this.#row);
    await this.#write(this.#sink.take());
  }
}
