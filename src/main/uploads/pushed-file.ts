import { PassThrough } from 'node:stream';
import { fileFailure } from '../lib/file-failure.ts';

const defaultIdleMs = 60_000;

export interface PushedFileOptions {
  name: string;
  sizeBytes: number;
  /** The page is taken for gone when its reader waited so long for a piece. Default: one minute. */
  idleMs?: number;
}

/** A file that the page sends piece by piece; at most one piece and a stream's own buffer are in memory. */
export class PushedFile {
  /** For people. */
  readonly name: string;
  /** It lies on no disk of ours. */
  readonly path = null;
  readonly sizeBytes: number;
  readonly #idleMs: number;
  readonly #stream = new PassThrough();
  #readBytes = 0;
  #idle: NodeJS.Timeout | undefined;

  constructor({ name, sizeBytes, idleMs = defaultIdleMs }: PushedFileOptions) {
    this.name = name;
    this.sizeBytes = sizeBytes;
    this.#idleMs = idleMs;
    this.#stream.once('close', () => clearTimeout(this.#idle));
    // Its reader hears of an error; nobody may be reading yet.
    this.#stream.on('error', () => undefined);
    this.#restartIdleTimer();
  }

  /** What came so far, of `sizeBytes`. */
  get readBytes(): number {
    return this.#readBytes;
  }

  /** Takes the next piece. Resolves when more is wanted; false: its reader ended, the rest is not needed. */
  async push(piece: Buffer, last: boolean): Promise<boolean> {
    const stream = this.#stream;
    if (stream.destroyed || stream.writableEnded) return false;
    this.#restartIdleTimer();
    this.#readBytes += piece.length;
    if (this.#readBytes > this.sizeBytes || (last && this.#readBytes < this.sizeBytes)) {
      stream.destroy(fileFailure(this.name, 'cut-short'));
      return false;
    }
    const roomLeft = piece.length === 0 || stream.write(piece);
    if (last) {
      clearTimeout(this.#idle);
      stream.end();
      return false;
    }
    if (!roomLeft) await this.#drained();
    return !stream.destroyed;
  }

  /**
   * Its bytes, once. Ends early, by an error or without a word, when the file is disposed.
   * @throws AppFailure `file-unusable` when other than what was announced comes, or nothing any more
   */
  bytes(): AsyncIterable<Buffer> {
    return this.#stream;
  }

  dispose(): void {
    this.#stream.destroy();
  }

  #drained(): Promise<void> {
    return new Promise((resolve) => {
      const settle = (): void => {
        this.#stream.off('drain', settle).off('close', settle);
        resolve();
      };
      this.#stream.once('drain', settle).once('close', settle);
    });
  }

  /** While a statement takes its time the page cannot send the next piece: only the page's silence counts. */
  #restartIdleTimer(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => {
      if (this.#stream.writableNeedDrain) this.#restartIdleTimer();
      else this.#stream.destroy(fileFailure(this.name, 'cut-short'));
    }, this.#idleMs);
  }
}
