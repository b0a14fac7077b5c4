import { Duplex } from 'node:stream';
import { createDemultiplexer } from './demultiplex.ts';

/**
 * Standard input and output of a program inside a container as one stream, with backpressure both ways. Its stderr is
 * dropped. Destroying it closes the connection, which ends the program's input.
 */
export class ExecStream extends Duplex {
  readonly #socket: Duplex;
  readonly #demultiplex = createDemultiplexer();

  constructor(socket: Duplex) {
    super({ allowHalfOpen: true });
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => this.#receive(chunk));
    socket.once('end', () => this.push(null));
    socket.once('error', (error) => this.destroy(error));
    socket.once('close', () => this.destroy());
    socket.pause();
  }

  override _read(): void {
    this.#socket.resume();
  }

  override _write(chunk: Buffer, encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#socket.write(chunk, encoding, done);
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#socket.end(() => done());
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#socket.destroy();
    done(error);
  }

  #receive(chunk: Buffer): void {
    let wanted = true;
    for (const { stream, data } of this.#demultiplex(chunk)) {
      if (stream === 'stdout') wanted = this.push(data) && wanted;
    }
    if (!wanted) this.#socket.pause();
  }
}
