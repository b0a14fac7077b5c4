import { Duplex } from 'node:stream';
import { MessageWalker, type WalkerListener } from './message-walker.ts';
import { recodeMessages } from './recode-messages.ts';

/** What is taken out of the stream before `pg` sees it. */
export type TapListener = Omit<WalkerListener, 'others'>;

export interface TapOptions {
  maxRowBytes: number;
  /** As the server told it last. */
  clientEncoding(): string | undefined;
}

/**
 * Stands between a connection and `pg`: takes rows, their descriptions and the data of COPY out of what the server
 * sends and hands all else on in its order. `pg` would decode every value and buffer a row whole, whatever its size.
 * A promise of the listener stops reading until it settles.
 */
export class MessageTap extends Duplex {
  readonly #source: Duplex;
  /** Settles when the listener has taken what was read last and the rest of it was walked. */
  #held: Promise<void> | null = null;

  constructor(source: Duplex, listener: TapListener, options: TapOptions) {
    super({ allowHalfOpen: false });
    this.#source = source;
    const walker = new MessageWalker(
      {
        others: (messages) => void this.push(recodeMessages(messages, options.clientEncoding())),
        rowDescription: (message) => listener.rowDescription(message),
        rows: (messages, count) => listener.rows(messages, count),
        oversizedRow: (lengthBytes) => listener.oversizedRow(lengthBytes),
        copyData: (bytes) => listener.copyData(bytes),
      },
      options,
    );
    source.on('data', (chunk: Buffer) => this.#walk(walker, chunk));
    source.once('end', () => this.#afterHeld(() => this.push(null)));
    source.once('error', (error) => this.destroy(error));
    source.once('close', () => this.#afterHeld(() => this.destroy()));
  }

  override _read(): void {
    // `pg` takes everything at once; only the listener can hold the server back.
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    if (this.#source.destroyed || this.#source.write(chunk)) done();
    else this.#source.once('drain', done);
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#source.end();
    done();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#source.destroy();
    done(error);
  }

  #walk(walker: MessageWalker, chunk: Buffer): void {
    try {
      const wait = walker.feed(chunk);
      if (wait === undefined) return;
      this.#source.pause();
      this.#held = wait
        .catch((error: Error) => void this.destroy(error))
        .then(() => {
          this.#held = null;
          this.#source.resume();
        });
    } catch (error) {
      this.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  }

  /** The end may be known while what came before it still waits to be taken. */
  #afterHeld(then: () => void): void {
    if (this.#held === null) then();
    else void this.#held.then(() => this.#afterHeld(then));
  }
}
