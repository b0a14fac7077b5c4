import { truncateFields } from './truncate-fields.ts';

/** What a {@link MessageWalker} finds, in the order of the stream. Buffers are the taker's own. */
export interface WalkerListener {
  /** Complete messages of any other kind, one after the other. */
  others(messages: Buffer): void;
  /** One complete RowDescription. */
  rowDescription(message: Buffer): void;
  /** `count` complete DataRows, one after the other. */
  rows(messages: Buffer, count: number): void | Promise<void>;
  /** A DataRow over the limit of which nothing is kept. */
  oversizedRow(lengthBytes: number): void;
  /** What CopyData messages carry, without regard to where one ends. */
  copyData(bytes: Buffer): void | Promise<void>;
}

const headerBytes = 5;
const dataRow = 0x44; // D
const copyData = 0x64; // d
const rowDescription = 0x54; // T
const errorResponse = 0x45; // E
const noticeResponse = 0x4e; // N

/** A server can raise a text of a gigabyte; nobody reads more than this, and `pg` would hold it several times. */
const maxErrorBytes = 1024 * 1024;
/** The longest of the others, RowDescription, has 1,664 columns. */
const maxOtherBytes = 16 * 1024 * 1024;

/**
 * Walks the messages that a server sends (type byte, length, body), cut anywhere into chunks. Nothing is copied but
 * messages that a chunk's end cuts, and those once.
 */
export class MessageWalker {
  readonly #listener: WalkerListener;
  readonly #maxRowBytes: number;
  readonly #header = Buffer.alloc(headerBytes);
  #headerLength = 0;
  /** Bytes of the message under way that nobody wants. */
  #skip = 0;
  /** Bytes of the CopyData message under way that are still to come. */
  #copyLeft = 0;
  /** The message under way that has to be whole before it is of use. */
  #partial: Buffer | null = null;
  #partialLength = 0;
  /** What the listener wants to be waited for. */
  #wait: Promise<void> | undefined;

  constructor(listener: WalkerListener, { maxRowBytes }: { maxRowBytes: number }) {
    this.#listener = listener;
    this.#maxRowBytes = maxRowBytes;
  }

  /**
   * Takes the next bytes. A promise: not before it settles may the next ones come.
   * @throws Error (or rejects) when the bytes are no messages of a server
   */
  feed(chunk: Buffer): Promise<void> | undefined {
    let at = 0;
    while (at < chunk.length) {
      at = this.#step(chunk, at);
      const wait = this.#wait;
      if (wait === undefined) continue;
      this.#wait = undefined;
      const rest = chunk.subarray(at);
      return wait.then(() => this.feed(rest));
    }
    return undefined;
  }

  /** Walks on from `at` as far as the same thing is to be done; answers where it came to. */
  #step(chunk: Buffer, at: number): number {
    if (this.#skip > 0) return this.#skipOver(chunk, at);
    if (this.#copyLeft > 0) return this.#passCopyData(chunk, at);
    if (this.#partial !== null) return this.#fill(this.#partial, chunk, at);
    if (this.#headerLength > 0 || chunk.length - at < headerBytes) return this.#fillHeader(chunk, at);
    const end = this.#walkWhole(chunk, at);
    if (end > at) return end;
    chunk.copy(this.#header, 0, at, at + headerBytes);
    this.#begin();
    return at + headerBytes;
  }

  /** As many whole messages of one kind as follow each other in this chunk. */
  #walkWhole(chunk: Buffer, start: number): number {
    const type = chunk[start] ?? 0;
    if (type === copyData) return this.#walkCopyData(chunk, start);
    let end = start;
    let count = 0;
    while (end + headerBytes <= chunk.length && kindOf(chunk[end] ?? 0) === kindOf(type)) {
      const length = 1 + chunk.readUInt32BE(end + 1);
      if (length < headerBytes || length > this.#limitOf(chunk[end] ?? 0) || end + length > chunk.length)
        break;
      end += length;
      count += 1;
      if (type === rowDescription) break;
    }
    if (count > 0) this.#tell(type, chunk.subarray(start, end), count);
    return end;
  }

  /** Moves the bodies together over the headers between them: one call for many short messages. */
  #walkCopyData(chunk: Buffer, start: number): number {
    let end = start;
    let filled = start;
    while (end + headerBytes <= chunk.length && chunk[end] === copyData) {
      const length = 1 + chunk.readUInt32BE(end + 1);
      if (length < headerBytes || end + length > chunk.length) break;
      chunk.copyWithin(filled, end + headerBytes, end + length);
      filled += length - headerBytes;
      end += length;
    }
    if (filled > start) this.#hold(this.#listener.copyData(chunk.subarray(start, filled)));
    return end;
  }

  #fillHeader(chunk: Buffer, at: number): number {
    const taken = Math.min(headerBytes - this.#headerLength, chunk.length - at);
    chunk.copy(this.#header, this.#headerLength, at, at + taken);
    this.#headerLength += taken;
    if (this.#headerLength === headerBytes) this.#begin();
    return at + taken;
  }

  /** Starts on a message whose header is known and whose body is yet to come. */
  #begin(): void {
    this.#headerLength = 0;
    const type = this.#header[0] ?? 0;
    const length = 1 + this.#header.readUInt32BE(1);
    if (length < headerBytes) throw notPostgres();
    if (type === copyData) {
      this.#copyLeft = length - headerBytes;
      return;
    }
    const limit = this.#limitOf(type);
    if (length > limit && type === dataRow) {
      this.#skip = length - headerBytes;
      this.#listener.oversizedRow(length);
      return;
    }
    if (length > limit && limit !== maxErrorBytes) throw notPostgres();
    this.#partial = Buffer.allocUnsafe(Math.min(length, limit));
    this.#partialLength = this.#header.copy(this.#partial);
    if (length === headerBytes) this.#complete(this.#partial);
  }

  #fill(partial: Buffer, chunk: Buffer, at: number): number {
    const taken = chunk.copy(partial, this.#partialLength, at);
    this.#partialLength += taken;
    if (this.#partialLength === partial.length) this.#complete(partial);
    return at + taken;
  }

  #complete(message: Buffer): void {
    this.#partial = null;
    const missing = 1 + message.readUInt32BE(1) - message.length;
    if (missing > 0) {
      this.#skip = missing;
      truncateFields(message);
    }
    this.#tell(message[0] ?? 0, message, 1);
  }

  #skipOver(chunk: Buffer, at: number): number {
    const skipped = Math.min(this.#skip, chunk.length - at);
    this.#skip -= skipped;
    return at + skipped;
  }

  #passCopyData(chunk: Buffer, at: number): number {
    const end = Math.min(at + this.#copyLeft, chunk.length);
    this.#copyLeft -= end - at;
    this.#hold(this.#listener.copyData(chunk.subarray(at, end)));
    return end;
  }

  #tell(type: number, messages: Buffer, count: number): void {
    if (type === dataRow) this.#hold(this.#listener.rows(messages, count));
    else if (type === rowDescription) this.#listener.rowDescription(messages);
    else this.#listener.others(messages);
  }

  #hold(wait: void | Promise<void>): void {
    if (wait instanceof Promise) this.#wait = wait;
  }

  #limitOf(type: number): number {
    if (type === dataRow) return this.#maxRowBytes;
    return type === errorResponse || type === noticeResponse ? maxErrorBytes : maxOtherBytes;
  }
}

/** Types that go the same way have the same kind. */
function kindOf(type: number): number {
  return type === dataRow || type === copyData || type === rowDescription ? type : 0;
}

function notPostgres(): Error {
  return Object.assign(new Error('What answers does not speak the protocol of PostgreSQL'), {
    code: 'EPROTO',
  });
}
