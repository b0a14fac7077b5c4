import type { ScriptCodec } from './script-codec.ts';

/** As for a row of a query. */
const maxLineBytes = 64 * 1024 * 1024;
const newline = 0x0a;

/** Cuts what `COPY … TO STDOUT` sends into lines. */
export class CopiedLines {
  readonly #codec: ScriptCodec;
  #rest: Buffer[] = [];
  #restBytes = 0;
  /** How long the line was at which it stopped; null: none was over 64 MiB. */
  tooLongBytes: number | null = null;

  /** @param codec of the session's `client_encoding`, in which the server sends */
  constructor(codec: ScriptCodec) {
    this.#codec = codec;
  }

  /** The lines that these bytes complete, without their ends. Behind a line that is too long there are none. */
  push(bytes: Buffer): string[] {
    if (this.tooLongBytes !== null) return [];
    const end = bytes.lastIndexOf(newline);
    if (end === -1) {
      this.#keep(bytes);
      return [];
    }
    const whole = Buffer.concat([...this.#rest, bytes.subarray(0, end)]);
    this.#rest = [];
    this.#restBytes = 0;
    if (end + 1 < bytes.length) this.#keep(bytes.subarray(end + 1));
    return this.#codec.decode(whole.toString('latin1')).split('\n');
  }

  /** What stands behind the last newline (binary copies end without one). */
  flush(): string[] {
    if (this.#restBytes === 0) return [];
    const rest = Buffer.concat(this.#rest).toString('latin1');
    this.#rest = [];
    this.#restBytes = 0;
    return [this.#codec.decode(rest)];
  }

  #keep(bytes: Buffer): void {
    // Copied: a few bytes would hold the whole piece that came over the wire.
    this.#rest.push(Buffer.from(bytes));
    this.#restBytes += bytes.length;
    if (this.#restBytes <= maxLineBytes) return;
    this.tooLongBytes = this.#restBytes;
    this.#rest = [];
    this.#restBytes = 0;
  }
}
