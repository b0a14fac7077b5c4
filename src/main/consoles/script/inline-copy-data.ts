import type { CopyInput } from './copy-input.ts';
import type { ReadingSettings, ScriptSource } from './script-source.ts';

/** The data that stands below a COPY in its script: read as the server takes it, the rest skipped when it does not. */
export class InlineCopyData implements CopyInput {
  /** Why the script could not be read on. */
  failure: { error: unknown } | null = null;
  readonly #source: ScriptSource;
  readonly #settings: ReadingSettings;
  /** Settles when the piece under way is there. */
  #reading: Promise<unknown> = Promise.resolve();
  #over = false;

  /** @param settings at the time of the COPY: they hold for its data */
  constructor(source: ScriptSource, settings: ReadingSettings) {
    this.#source = source;
    this.#settings = settings;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    const codec = this.#source.codec(this.#settings);
    while (!this.#over) {
      const bytes = codec.encode(await this.#next());
      if (bytes.length > 0) yield typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
    }
  }

  /** Reads what the server did not want. Resolves when what follows in the script is next; see `failure`. */
  async skipRest(): Promise<void> {
    await this.#reading.catch(() => undefined);
    while (!this.#over) await this.#next().catch(() => undefined);
  }

  /** One at a time: whoever gave up on a piece may still be waiting for it. */
  #next(): Promise<string> {
    const piece = this.#read();
    this.#reading = piece;
    return piece;
  }

  async #read(): Promise<string> {
    try {
      const item = await this.#source.next(this.#settings);
      if (item?.kind !== 'copy-data') {
        this.#over = true;
        return '';
      }
      this.#over = item.last;
      return item.text;
    } catch (error) {
      this.#over = true;
      this.failure = { error };
      throw error;
    }
  }
}
