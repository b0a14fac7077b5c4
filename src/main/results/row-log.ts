import { type FileHandle, open, rm } from 'node:fs/promises';
import { readFully } from './read-fully.ts';
import { writeFully } from './write-fully.ts';

export interface RowLogOptions {
  /** Made, readable by its owner only, when there is more than `spillBytes`. Must not exist. */
  file: string;
  spillBytes: number;
  /** Writers are held back while more than this waits for the disk. */
  holdBackBytes: number;
  /** Called once when the file cannot be made or written. What came until then stays readable from memory. */
  onFailure: (error: unknown) => void;
}

/** Bytes that are in memory only. */
interface Block {
  offset: number;
  bytes: Buffer;
  usedBytes: number;
}

const smallestBlockBytes = 4 * 1024;
const largestBlockBytes = 256 * 1024;
const blocksPerWrite = 16;

/** Bytes that only grow: in memory while they are few, in a file of their own from then on. Read at any place, any time. */
export class RowLog {
  readonly #options: RowLogOptions;
  #blocks: Block[] = [];
  #sizeBytes = 0;
  #writtenBytes = 0;
  #handle: FileHandle | null = null;
  #draining: Promise<void> | null = null;
  #room: { promise: Promise<void>; open: () => void } | null = null;
  /** So many wait for everything to be on the disk. */
  #flushing = 0;
  #state: 'open' | 'failed' | 'disposed' = 'open';

  constructor(options: RowLogOptions) {
    this.#options = options;
  }

  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  /** Takes the buffer as its own. A promise resolves when there is room for more. */
  append(bytes: Buffer): void | Promise<void> {
    if (this.#state === 'disposed') return;
    this.#keep(bytes);
    this.#sizeBytes += bytes.length;
    if (this.#state === 'failed' || !this.#isSpilled) return;
    const isTooMuch = this.#sizeBytes - this.#writtenBytes > this.#options.holdBackBytes;
    if (isTooMuch) this.#room ??= createRoom();
    this.#drain();
    return isTooMuch ? this.#room?.promise : undefined;
  }

  /**
   * Up to `length` bytes from `offset` on; fewer at the end.
   * @throws Error when the file cannot be read, or the log was disposed.
   */
  async read(offset: number, length: number): Promise<Buffer> {
    if (this.#state === 'disposed') throw new Error('The rows are gone');
    const end = Math.min(offset + length, this.#sizeBytes);
    const target = Buffer.allocUnsafe(Math.max(0, end - offset));
    const memoryStart = Math.max(offset, this.#writtenBytes);
    // Both at once: what is in memory now may be on the disk, and forgotten here, after any await.
    this.#copyFromMemory(target, offset, memoryStart, end);
    const handle = this.#handle;
    if (handle !== null && offset < memoryStart) {
      await readFully(handle, target.subarray(0, Math.min(memoryStart, end) - offset), offset);
    }
    return target;
  }

  /** Writes what waits for the disk, if this is more than memory keeps. Resolves also when that failed. */
  async flush(): Promise<void> {
    this.#flushing += 1;
    while (this.#state === 'open' && this.#isSpilled && this.#writtenBytes < this.#sizeBytes) {
      this.#drain();
      await this.#draining;
    }
    this.#flushing -= 1;
  }

  /** Closes and removes the file. Reads that are under way get their bytes first. */
  async dispose(): Promise<void> {
    this.#state = 'disposed';
    this.#blocks = [];
    this.#openRoom();
    await this.#draining;
    if (this.#handle === null) return;
    await this.#handle.close();
    this.#handle = null;
    await rm(this.#options.file, { force: true });
  }

  get #isSpilled(): boolean {
    return this.#sizeBytes > this.#options.spillBytes;
  }

  #keep(bytes: Buffer): void {
    const last = this.#blocks.at(-1);
    if (last !== undefined && last.bytes.length - last.usedBytes >= bytes.length) {
      last.usedBytes += bytes.copy(last.bytes, last.usedBytes);
      return;
    }
    const offset = this.#sizeBytes;
    if (bytes.length * 2 >= largestBlockBytes) {
      this.#blocks.push({ offset, bytes, usedBytes: bytes.length });
      return;
    }
    const grown = Math.min(largestBlockBytes, Math.max(smallestBlockBytes, offset, bytes.length * 2));
    const block = Buffer.allocUnsafeSlow(grown);
    this.#blocks.push({ offset, bytes: block, usedBytes: bytes.copy(block) });
  }

  #copyFromMemory(target: Buffer, base: number, start: number, end: number): void {
    for (const { offset, bytes, usedBytes } of this.#blocks) {
      if (offset + usedBytes <= start) continue;
      if (offset >= end) return;
      const from = Math.max(start, offset);
      bytes.copy(target, from - base, from - offset, Math.min(end - offset, usedBytes));
    }
  }

  /** The last block waits until the next one is begun, unless somebody waits for it. */
  #blocksDue(): number {
    if (this.#state !== 'open' || this.#blocks.length === 0) return 0;
    const isWanted = this.#flushing > 0 || this.#room !== null;
    return isWanted ? this.#blocks.length : this.#blocks.length - 1;
  }

  #drain(): void {
    if (this.#draining === null && this.#blocksDue() > 0) this.#draining = this.#write();
  }

  async #write(): Promise<void> {
    try {
      this.#handle ??= await open(this.#options.file, 'wx+', 0o600);
      for (let due = this.#blocksDue(); due > 0; due = this.#blocksDue()) {
        const batch = this.#blocks.slice(0, Math.min(blocksPerWrite, due));
        const pieces = batch.map(({ bytes, usedBytes }) => bytes.subarray(0, usedBytes));
        await writeFully(this.#handle, pieces, this.#writtenBytes);
        this.#forget(batch, pieces);
      }
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#draining = null;
    }
  }

  /** Lets go of what is on the disk, except of what was added to the last block while it was written. */
  #forget(batch: readonly Block[], pieces: readonly Buffer[]): void {
    if (this.#state !== 'open') return;
    this.#writtenBytes += pieces.reduce((sum, { length }) => sum + length, 0);
    this.#blocks.splice(0, batch.length);
    const last = batch.at(-1);
    const restBytes = last === undefined ? 0 : last.offset + last.usedBytes - this.#writtenBytes;
    if (last !== undefined && restBytes > 0) {
      const bytes = last.bytes.subarray(this.#writtenBytes - last.offset);
      this.#blocks.unshift({ offset: this.#writtenBytes, bytes, usedBytes: restBytes });
    }
    if (this.#sizeBytes - this.#writtenBytes <= this.#options.holdBackBytes / 2) this.#openRoom();
  }

  #fail(error: unknown): void {
    if (this.#state !== 'open') return;
    this.#state = 'failed';
    this.#openRoom();
    this.#options.onFailure(error);
  }

  #openRoom(): void {
    this.#room?.open();
    this.#room = null;
  }
}

function createRoom(): { promise: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const promise = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { promise, open };
}
