import type { FileToSave, SaveOutcome } from './file-to-save.ts';
import type { Platform } from './platform.ts';

interface Save {
  /** Its content was asked for. */
  hasBegun: boolean;
  ended: Promise<unknown> | null;
}

/** Files of one owner on their way to places of the person's choice, or offered to the page. */
export class FileSaves {
  readonly #platform: Pick<Platform, 'saveFile'>;
  readonly #end = new AbortController();
  readonly #saves = new Set<Save>();

  constructor(platform: Pick<Platform, 'saveFile'>) {
    this.#platform = platform;
  }

  /** Aborts when the owner ends. */
  get signal(): AbortSignal {
    return this.#end.signal;
  }

  /**
   * @throws AppFailure `file-unusable` for the place, `cancelled` when the signal aborts or the owner ends; what the
   * content throws passes through
   */
  async save(file: FileToSave, signal: AbortSignal | undefined): Promise<SaveOutcome> {
    const save: Save = { hasBegun: false, ended: null };
    const content = () => {
      save.hasBegun = true;
      return file.content();
    };
    const signals = signal === undefined ? [this.#end.signal] : [this.#end.signal, signal];
    this.#saves.add(save);
    try {
      const saved = this.#platform.saveFile({ ...file, content }, AbortSignal.any(signals));
      save.ended = saved;
      return await saved;
    } finally {
      this.#saves.delete(save);
    }
  }

  /** Breaks off what is being written, and waits until no half file is left. A dialog that is open is not waited for. */
  async dispose(): Promise<void> {
    this.#end.abort();
    const begun = [...this.#saves].filter(({ hasBegun }) => hasBegun);
    await Promise.allSettled(begun.map(({ ended }) => ended));
  }
}
