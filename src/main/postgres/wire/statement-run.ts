import pg from 'pg';
import type { RowSink, StatementEnd, StatementHandlers, WireStatement } from '../console-connection.ts';
import { CopyInPump } from './copy-in-pump.ts';
import { copyFailMessage, extendedQueryMessages, queryMessage, syncMessage } from './frontend-messages.ts';
import type { TapListener } from './message-tap.ts';
import { parseRowDescription } from './parse-row-description.ts';
import { toServerError } from './to-server-error.ts';

/**
 * One statement on its way: `pg` submits it and tells what the server answers (`handle…`), the tap brings its rows. It
 * has ended when the server is ready for the next one, not before.
 */
export class StatementRun implements pg.Submittable, TapListener {
  /** Rejects with what a handler threw or {@link lose} was told. */
  readonly ended: Promise<StatementEnd>;
  readonly #statement: WireStatement;
  readonly #handlers: StatementHandlers;
  /** Has the server stop, since nobody wants the rest. */
  readonly #stop: () => void;
  #resolve: (end: StatementEnd) => void = () => undefined;
  #reject: (error: unknown) => void = () => undefined;
  #end: StatementEnd = { kind: 'complete', command: '' };
  #failure: { error: unknown } | null = null;
  #sink: RowSink | null = null;
  #pump: CopyInPump | null = null;
  /** What comes from now on is let go. */
  #deaf = false;
  #synced = false;
  /** Ends the waiting for a handler. */
  #release: () => void = () => undefined;

  constructor(statement: WireStatement, handlers: StatementHandlers, stop: () => void) {
    this.#statement = statement;
    this.#handlers = handlers;
    this.#stop = stop;
    this.ended = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  submit({ stream }: pg.Connection): void {
    const { text, values } = this.#statement;
    const bytes = typeof text === 'string' ? Buffer.from(text) : text;
    stream.write(values === undefined ? queryMessage(bytes) : extendedQueryMessages(bytes, values));
  }

  handleCommandComplete({ text }: { text: string }, connection: pg.Connection): void {
    if (this.#end.kind === 'complete') this.#end = { kind: 'complete', command: text };
    this.#sync(connection);
  }

  handleEmptyQuery(connection: pg.Connection): void {
    this.#sync(connection);
  }

  /** Also told by `pg` that the connection is lost, of which {@link lose} tells more. */
  handleError(error: Error, connection: pg.Connection): void {
    if (!(error instanceof pg.DatabaseError)) return;
    if (this.#end.kind === 'complete') this.#end = { kind: 'error', error: toServerError(error) };
    this.#pump?.dispose();
    this.#sync(connection);
  }

  handleCopyInResponse({ stream }: pg.Connection): void {
    const { copyIn } = this.#handlers;
    if (copyIn === undefined || this.#deaf) {
      stream.write(copyFailMessage('no data is given with the statement'));
      return;
    }
    this.#pump = new CopyInPump(stream, copyIn, this.#statement.values !== undefined);
    void this.#pump.run();
  }

  handleReadyForQuery(): void {
    // An error takes the statement from `pg` before; see `finish`.
  }

  rowDescription(message: Buffer): void {
    this.#sink = null;
    if (this.#deaf) return;
    try {
      this.#sink = this.#handlers.onColumns(parseRowDescription(message));
    } catch (error) {
      this.#fail(error);
    }
  }

  rows(frames: Buffer, count: number): void | Promise<void> {
    const sink = this.#sink;
    if (sink !== null) return this.#handOn(() => sink.rows(frames, count));
  }

  copyData(bytes: Buffer): void | Promise<void> {
    return this.#handOn(() => this.#handlers.onCopyOut?.(bytes));
  }

  oversizedRow(bytes: number): void {
    if (this.#deaf) return;
    this.#end = { kind: 'row-too-big', bytes };
    this.#deaf = true;
    this.#stop();
  }

  /** Copy data that has not come need not come any more: a server that waits for it takes no cancel request. */
  stopCopyIn(): void {
    this.#pump?.fail('canceled by the user');
  }

  /** Lets go of all that still comes, and of handlers that keep the connection waiting. */
  abandon(): void {
    this.#deaf = true;
    this.#pump?.fail('canceled by the user');
    this.#release();
  }

  /** The server is ready for the next statement. */
  finish(): void {
    this.#pump?.dispose();
    if (this.#failure === null) this.#resolve(this.#end);
    else this.#reject(this.#failure.error);
  }

  /** The connection is lost, perhaps in the moment after it has ended. */
  lose(failure: Error): void {
    this.#deaf = true;
    this.#pump?.dispose();
    this.#release();
    this.#reject(failure);
  }

  #handOn(give: () => void | Promise<void>): void | Promise<void> {
    if (this.#deaf) return;
    try {
      const taken = give();
      if (taken instanceof Promise) return this.#held(taken);
    } catch (error) {
      this.#fail(error);
    }
  }

  #held(taken: Promise<void>): Promise<void> {
    return new Promise((resolve) => {
      this.#release = resolve;
      taken.catch((error: unknown) => this.#fail(error)).finally(resolve);
    });
  }

  #fail(error: unknown): void {
    if (this.#deaf) return;
    this.#failure = { error };
    this.#deaf = true;
    this.#stop();
  }

  /** After all is answered: while copying, the server would take it for data and drop it. */
  #sync({ stream }: pg.Connection): void {
    if (this.#statement.values === undefined || this.#synced) return;
    this.#synced = true;
    stream.write(syncMessage);
  }
}
