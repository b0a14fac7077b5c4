import { rm } from 'node:fs/promises';
import type { Console } from '../../shared/contract/consoles.ts';
import { writeDurably } from '../lib/write-durably.ts';
import type { KeptConsole } from './kept-console.ts';

/** One console and the file that it is kept in. Changes are written one after the other; the last one wins. */
export class DraftFile {
  readonly #file: string;
  #kept: KeptConsole;
  #tail: Promise<unknown> = Promise.resolve();
  /** A write that has not begun: it takes along whatever changes until then. */
  #next: Promise<void> | null = null;

  constructor(file: string, kept: KeptConsole) {
    this.#file = file;
    this.#kept = kept;
  }

  /** As it was last changed, on the disk or on the way there. */
  get console(): Console {
    const { engine: _, ...console } = this.#kept;
    return console;
  }

  /** Resolves when the change is on the disk. @throws Error of the file system; the next change tries again. */
  change(patch: Partial<Pick<Console, 'text' | 'caret' | 'database'>>): Promise<void> {
    this.#kept = { ...this.#kept, ...patch };
    this.#next ??= this.#queue(() => {
      this.#next = null;
      return writeDurably(this.#file, JSON.stringify(this.#kept));
    });
    return this.#next;
  }

  remove(): Promise<void> {
    return this.#queue(() => rm(this.#file, { force: true }));
  }

  /** Resolves when nothing is under way. */
  async settle(): Promise<void> {
    await this.#tail;
  }

  #queue(work: () => Promise<void>): Promise<void> {
    const done = this.#tail.then(work);
    this.#tail = done.catch(() => undefined);
    return done;
  }
}
