import { PassThrough, type Readable } from 'node:stream';
import { AppFailure } from '../lib/app-failure.ts';
import { headBytes, imageFileKind } from './image-file-kind.ts';

const defaultIdleMs = 60_000;

export interface ImageUploadOptions {
  sizeBytes: number;
  /** The page is taken for gone when no piece came for so long. Default: one minute. */
  idleMs?: number;
  onProgress?: (doneBytes: number) => void;
}

/**
 * An image file on its way from the page to the engine, piece by piece. A piece is answered once the engine took it, so
 * that at most one piece (and a stream's own buffer) is in memory.
 */
export class ImageUpload {
  readonly #stream = new PassThrough();
  readonly #options: ImageUploadOptions;
  #head = Buffer.alloc(0);
  #isChecked = false;
  #doneBytes = 0;
  #idle: NodeJS.Timeout | undefined;
  #failure: AppFailure | null = null;

  constructor(options: ImageUploadOptions) {
    this.#options = options;
    this.#stream.once('close', () => clearTimeout(this.#idle));
    // Whoever reads the stream, and whoever writes next, hears of the failure; nobody may be reading yet.
    this.#stream.on('error', () => undefined);
    this.#restartIdleTimer();
  }

  /** The file's bytes for `docker load`. */
  get tar(): Readable {
    return this.#stream;
  }

  /**
   * Takes the next piece; resolves when there is room for another one.
   * @throws AppFailure `image-file-invalid` for a file that is no archive, is larger than announced or stops short;
   * `cancelled` once the load has ended (for its reason, ask the operation).
   */
  async write(piece: Buffer, isLast: boolean): Promise<void> {
    this.#throwIfOver();
    this.#restartIdleTimer();
    this.#doneBytes += piece.length;
    if (this.#doneBytes > this.#options.sizeBytes) {
      throw this.abort(
        new AppFailure({ code: 'image-file-invalid', reason: 'It is larger than announced.' }),
      );
    }
    await this.#send(this.#checkHead(piece, isLast));
    this.#options.onProgress?.(this.#doneBytes);
    if (!isLast) return;
    if (this.#doneBytes < this.#options.sizeBytes) {
      throw this.abort(new AppFailure({ code: 'image-file-invalid', reason: 'It ended early.' }));
    }
    clearTimeout(this.#idle);
    this.#stream.end();
  }

  /** Ends the upload; readers get `failure`, and so does every later piece. Answers the failure that counts. */
  abort(failure: AppFailure): AppFailure {
    this.#failure ??= failure;
    this.#stream.destroy(this.#failure);
    return this.#failure;
  }

  #throwIfOver(): void {
    if (this.#failure !== null) throw this.#failure;
    if (this.#stream.destroyed || this.#stream.writableEnded) throw new AppFailure({ code: 'cancelled' });
  }

  /** Holds the first bytes back until they tell what the file is. */
  #checkHead(piece: Buffer, isLast: boolean): Buffer {
    if (this.#isChecked) return piece;
    this.#head = Buffer.concat([this.#head, piece]);
    if (this.#head.length < headBytes && !isLast) return Buffer.alloc(0);
    if (imageFileKind(this.#head) === null) {
      throw this.abort(new AppFailure({ code: 'image-file-invalid', reason: 'It is not a tar archive.' }));
    }
    this.#isChecked = true;
    const held = this.#head;
    this.#head = Buffer.alloc(0);
    return held;
  }

  async #send(bytes: Buffer): Promise<void> {
    if (bytes.length === 0 || this.#stream.write(bytes)) return;
    await new Promise<void>((resolve, reject) => {
      const settle = (): void => {
        this.#stream.off('drain', settle).off('close', settle);
        if (this.#stream.destroyed) reject(this.#failure ?? new AppFailure({ code: 'cancelled' }));
        else resolve();
      };
      this.#stream.once('drain', settle).once('close', settle);
    });
  }

  /** While the engine takes its time with a piece the page cannot send the next one: only the page's silence counts. */
  #restartIdleTimer(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => {
      if (this.#stream.writableNeedDrain) this.#restartIdleTimer();
      else this.abort(new AppFailure({ code: 'cancelled' }));
    }, this.#options.idleMs ?? defaultIdleMs);
  }
}
