import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileFailure, toFileFailure } from '../../lib/file-failure.ts';

/**
 * A file of this machine that is written whole or not at all: what comes lies beside it under another name until it is
 * kept. Whoever opened it keeps or drops it.
 */
export class FileSink {
  readonly #path: string;
  readonly #beside: string;
  readonly #stream: WriteStream;

  private constructor(path: string, beside: string, stream: WriteStream) {
    this.#path = path;
    this.#beside = beside;
    this.#stream = stream;
  }

  /** @throws AppFailure `file-unusable`: a folder, a device, no such folder, no permission */
  static async open(path: string): Promise<FileSink> {
    const there = await stat(path).catch(() => null);
    if (there?.isDirectory() === true) throw fileFailure(path, 'is-folder');
    // A file put in the place of a device would break the system.
    if (there?.isFile() === false) throw fileFailure(path, 'failed', 'not a regular file');
    const target = there === null ? path : await realpath(path);
    const beside = join(dirname(target), `.${basename(target)}.${randomUUID()}.part`);
    const stream = createWriteStream(beside, { flags: 'wx', ...(there !== null && { mode: there.mode }) });
    try {
      await once(stream, 'open');
    } catch (error) {
      throw toFileFailure(path, error);
    }
    // Who writes next hears of it.
    stream.on('error', () => undefined);
    return new FileSink(target, beside, stream);
  }

  /** @throws AppFailure `file-unusable`, also for what went wrong before */
  write(bytes: Buffer): void | Promise<void> {
    const failure = this.#stream.errored;
    if (failure !== null) throw toFileFailure(this.#path, failure);
    if (!this.#stream.write(bytes)) return this.#drained();
  }

  /** Puts it in its place. @throws AppFailure `file-unusable` */
  async keep(): Promise<void> {
    try {
      this.#stream.end();
      if (!this.#stream.closed) await once(this.#stream, 'close');
      if (this.#stream.errored !== null) throw this.#stream.errored;
      await rename(this.#beside, this.#path);
    } catch (error) {
      await this.drop();
      throw toFileFailure(this.#path, error);
    }
  }

  /** Leaves nothing of it; a file that was there before stays. */
  async drop(): Promise<void> {
    this.#stream.destroy();
    if (!this.#stream.closed) await once(this.#stream, 'close').catch(() => undefined);
    await rm(this.#beside, { force: true });
  }

  async #drained(): Promise<void> {
    try {
      await once(this.#stream, 'drain');
    } catch (error) {
      throw toFileFailure(this.#path, error);
    }
  }
}
