import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { copyDataHeader, copyDoneMessage, copyFailMessage, flushMessage } from './frontend-messages.ts';

/** The server takes a message whole; one of this size costs neither side anything. */
const maxMessageBytes = 1024 * 1024;

/** Feeds `COPY … FROM STDIN`, as fast as the server takes it. */
export class CopyInPump {
  readonly #to: Writable;
  readonly #source: AsyncIterator<Uint8Array>;
  readonly #isExtended: boolean;
  #over = false;

  /** @param isExtended by the extended protocol, in which the server keeps its answer until it is asked to send it */
  constructor(to: Writable, source: AsyncIterable<Uint8Array>, isExtended: boolean) {
    this.#to = to;
    this.#isExtended = isExtended;
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Sends all there is, then that it is all. A source that throws ends the copy with its message. Never throws. */
  async run(): Promise<void> {
    try {
      for (;;) {
        const { done, value } = await this.#source.next();
        if (this.#over) return;
        if (done === true) break;
        await this.#send(value);
        if (this.#over) return;
      }
      this.#over = true;
      this.#end(copyDoneMessage);
    } catch (error) {
      this.fail(error instanceof Error ? error.message : String(error));
    }
  }

  /** Ends the copy with an error of the server, unless it is over. */
  fail(reason: string): void {
    if (this.#over) return;
    this.dispose();
    this.#end(copyFailMessage(reason));
  }

  /** Takes nothing more from the source, and does not wait for it: what it is waiting for may never come. */
  dispose(): void {
    if (this.#over) return;
    this.#over = true;
    this.#source.return?.().catch(() => undefined);
  }

  #end(message: Buffer): void {
    this.#to.write(message);
    if (this.#isExtended) this.#to.write(flushMessage);
  }

  async #send(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length; at += maxMessageBytes) {
      const piece = bytes.subarray(at, at + maxMessageBytes);
      this.#to.write(copyDataHeader(piece.length));
      if (!this.#to.write(piece)) await this.#writable();
      if (this.#over) return;
    }
  }

  async #writable(): Promise<void> {
    if (this.#to.destroyed) return;
    // It closes without having drained when the connection is lost.
    const left = new AbortController();
    const events = ['drain', 'close'].map((event) => once(this.#to, event, { signal: left.signal }));
    try {
      await Promise.race(events);
    } finally {
      left.abort();
      await Promise.allSettled(events);
    }
  }
}
