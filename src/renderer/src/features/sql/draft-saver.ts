export interface Draft {
  text: string;
  caret: number;
}

type Save = (draft: Draft) => Promise<void>;

const quickMs = 250;
const bigText = 400_000;
const bigMs = 1_000;

/**
 * Keeps main's copy of a draft up to date while it is typed: at most one save is under way, the newest text is saved
 * last, and a save that failed is tried again with the next change or `flush`.
 */
export class DraftSaver {
  readonly #save: Save;
  readonly #read: () => Draft;
  readonly #onOutcome: (cause: unknown) => void;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #dirty = false;
  #saving: Promise<void> | null = null;

  /** `onOutcome` is told after each save: null, or why it failed. */
  constructor(save: Save, read: () => Draft, onOutcome: (cause: unknown) => void) {
    this.#save = save;
    this.#read = read;
    this.#onOutcome = onOutcome;
  }

  /** Text or caret changed. `length`: of the text; a big one is saved less often. */
  changed(length: number): void {
    this.#dirty = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), length > bigText ? bigMs : quickMs);
  }

  /** Saves now what is not saved yet. Resolves when that is done or failed. */
  async flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    while (this.#saving !== null) await this.#saving;
    if (!this.#dirty) return;
    this.#dirty = false;
    this.#saving = this.#saveOnce().finally(() => {
      this.#saving = null;
    });
    await this.#saving;
  }

  async #saveOnce(): Promise<void> {
    try {
      await this.#save(this.#read());
      this.#onOutcome(null);
    } catch (cause) {
      this.#dirty = true;
      this.#onOutcome(cause);
    }
  }

  /** Saves what is left. */
  dispose(): void {
    void this.flush();
  }
}
