import type { CopyInput } from './copy-input.ts';
import type { ScriptFile } from './script-file.ts';

/** The data of `\copy … from FILE`, as it lies there. */
export class FileCopyData implements CopyInput {
  failure: { error: unknown } | null = null;
  readonly #file: ScriptFile;

  constructor(file: ScriptFile) {
    this.#file = file;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    try {
      yield* this.#file.bytes();
    } catch (error) {
      this.failure = { error };
      throw error;
    }
  }

  async skipRest(): Promise<void> {
    this.#file.dispose();
  }
}
