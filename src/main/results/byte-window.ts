import type { RowSource } from './row-source.ts';

const windowBytes = 256 * 1024;

/** A part of the rows in memory that moves along with whoever reads them. */
export class ByteWindow {
  #bytes: Buffer = Buffer.alloc(0);
  #start = 0;

  constructor(private readonly source: Pick<RowSource, 'read'>) {}

  /** Whether these bytes are here: no need to await {@link load} then. */
  has(offset: number, length: number): boolean {
    return offset >= this.#start && offset + length <= this.#start + this.#bytes.length;
  }

  /**
   * Moves to `offset`, so that `length` bytes and usually many more are here.
   * @throws AppFailure `not-found` when the result was let go of.
   */
  async load(offset: number, length: number): Promise<void> {
    this.#bytes = await this.source.read(offset, Math.max(windowBytes, length));
    this.#start = offset;
  }

  int32(offset: number): number {
    return this.#bytes.readInt32BE(offset - this.#start);
  }

  int16(offset: number): number {
    return this.#bytes.readInt16BE(offset - this.#start);
  }

  /** A view, good until the next {@link load}. */
  slice(offset: number, length: number): Buffer {
    return this.#bytes.subarray(offset - this.#start, offset - this.#start + length);
  }
}
