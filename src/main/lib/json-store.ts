import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type * as z from 'zod';
import { writeDurably } from './write-durably.ts';

/**
 * One validated value in one JSON file: read once, written atomically and synced at every change. A file that cannot be
 * read as what it should be is copied to `FILE.damaged` before anything is written over it.
 */
export class JsonStore<T> {
  #value: T;
  #tail: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly file: string,
    value: T,
  ) {
    this.#value = value;
  }

  /** @throws Error when the file exists and cannot be read or copied. */
  static async open<T>(file: string, schema: z.ZodType<T>, initial: T): Promise<JsonStore<T>> {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    const value = text === null ? initial : parse(text, schema);
    if (value === null) await copyFile(file, `${file}.damaged`);
    return new JsonStore(file, value ?? initial);
  }

  get value(): T {
    return this.#value;
  }

  /** Applies changes one after the other; resolves with the value once it is on the disk. */
  update(change: (value: T) => T): Promise<T> {
    const written = this.#tail.then(async () => {
      const next = change(this.#value);
      await writeDurably(this.file, `${JSON.stringify(next, null, 2)}\n`);
      this.#value = next;
      return next;
    });
    this.#tail = written.catch(() => undefined);
    return written;
  }
}

function parse<T>(text: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
