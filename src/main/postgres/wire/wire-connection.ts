import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { AppFailure } from '../../lib/app-failure.ts';
import type { ConnectedClient } from '../connect-client.ts';
import type {
  ConnectionListeners,
  ConsoleConnection,
  StatementEnd,
  StatementHandlers,
  TextRows,
  TransactionState,
  WireStatement,
} from '../console-connection.ts';
import { toConnectionLoss } from '../postgres-errors.ts';
import { ServerFailure } from '../server-failure.ts';
import type { ServerTarget } from '../server-target.ts';
import type { CurrentRun } from './current-run.ts';
import { refuseZeroByte } from './refuse-zero-byte.ts';
import { sendCancelRequest } from './send-cancel-request.ts';
import { serverVersionNumber } from './server-version-number.ts';
import { StatementRun } from './statement-run.ts';
import { TextRowsCollector } from './text-rows-collector.ts';
import { toServerError } from './to-server-error.ts';

/** Given up, it might still come through and hit the next statement: as good as never. */
const cancelTimeoutMs = 5000;
const goodbyeMs = 1000;
/** The server forgets a request that came before its statement, which may take a busy one some time to begin. */
const cancelAgainMs = 100;
const cancelTries = 5;

const transactionStates: Record<string, TransactionState> = { I: 'idle', T: 'in-transaction', E: 'failed' };

/** A console's session over `pg`. */
export class WireConnection implements ConsoleConnection {
  readonly database: string;
  readonly user: string;
  readonly backendPid: number;
  readonly serverVersion: string;
  readonly serverVersionNumber: number;
  readonly #connected: ConnectedClient;
  readonly #target: ServerTarget;
  readonly #current: CurrentRun;
  readonly #listeners: ConnectionListeners;
  #transaction: TransactionState = 'idle';
  /** Settles when the statements asked for so far are over; null: they are. */
  #turn: Promise<void> | null = null;
  #runningSinceMs = 0;
  #cancelling: Promise<void> | null = null;
  /** What was said last, if the server has not been ready since. */
  #lastError: Error | null = null;
  #loss: AppFailure | null = null;
  #goodbye: Promise<void> | null = null;

  constructor(
    connected: ConnectedClient,
    target: ServerTarget,
    current: CurrentRun,
    listeners: ConnectionListeners,
  ) {
    this.#connected = connected;
    this.#target = target;
    this.#current = current;
    this.#listeners = listeners;
    this.database = connected.database;
    this.user = target.credentials.user;
    this.backendPid = connected.backend.pid;
    const version = this.parameter('server_version') ?? '';
    this.serverVersion = version.split(' ')[0] ?? '';
    this.serverVersionNumber = serverVersionNumber(version);
    this.#listen();
  }

  get transaction(): TransactionState {
    return this.#transaction;
  }

  parameter(name: string): string | undefined {
    return this.#connected.parameters.get(name);
  }

  run(statement: WireStatement, handlers: StatementHandlers): Promise<StatementEnd> {
    const start = () => this.#run(statement, handlers);
    // At once if it can be, so that a cancel right behind finds it.
    const end = this.#turn === null ? start() : this.#turn.then(start);
    const turn = end.then(nothing, nothing).then(() => {
      if (this.#turn === turn) this.#turn = null;
    });
    this.#turn = turn;
    return end;
  }

  async query(text: string, values?: readonly (string | null)[]): Promise<TextRows> {
    const collector = new TextRowsCollector();
    const statement = values === undefined ? { text } : { text, values };
    const end = await this.run(statement, collector);
    switch (end.kind) {
      case 'complete':
        return collector.result();
      case 'error':
        throw new ServerFailure(end.error);
      case 'row-too-big': {
        const reason = `a row of the answer is ${end.bytes} bytes long`;
        throw new AppFailure({ code: 'database-error', sqlState: '54000', reason });
      }
    }
  }

  async cancel(): Promise<void> {
    const { run } = this.#current;
    if (run === null) return;
    run.stopCopyIn();
    await this.#requestCancel();
    if (performance.now() - this.#runningSinceMs < cancelAgainMs) void this.#cancelAgain(run);
  }

  dispose(): Promise<void> {
    this.#goodbye ??= this.#sayGoodbye();
    return this.#goodbye;
  }

  #listen(): void {
    const { client, stream } = this.#connected;
    client.on('notification', ({ channel, payload = '', processId }) =>
      this.#listeners.onNotification({ channel, payload, backendPid: processId }),
    );
    client.connection.on('errorMessage', (error: pg.DatabaseError) => {
      this.#lastError = error;
    });
    client.connection.on('readyForQuery', ({ status }: { status: string }) => this.#ready(status));
    stream.on('error', (error) => {
      this.#lastError ??= error;
    });
    client.on('end', () => this.#end());
  }

  /** Comes after `pg`, which takes the next statement from now on. */
  #ready(status: string): void {
    this.#lastError = null;
    this.#transaction = transactionStates[status] ?? 'idle';
    this.#current.run?.finish();
    this.#listeners.onTransaction(this.#transaction);
  }

  #end(): void {
    const error = this.#lastError;
    this.#loss = toConnectionLoss(error);
    this.#current.run?.lose(this.#loss);
    if (this.#goodbye === null) {
      this.#listeners.onEnd(error instanceof pg.DatabaseError ? toServerError(error) : null);
    }
  }

  async #run(statement: WireStatement, handlers: StatementHandlers): Promise<StatementEnd> {
    if (this.#loss !== null) throw this.#loss;
    if (this.#goodbye !== null) throw toConnectionLoss(null);
    const refused = refuseZeroByte(statement);
    if (refused !== null) return { kind: 'error', error: refused };
    const run = new StatementRun(statement, handlers, () => void this.cancel());
    this.#current.run = run;
    this.#runningSinceMs = performance.now();
    this.#connected.client.query(run);
    try {
      return await run.ended;
    } finally {
      this.#current.run = null;
      // Or it would hit the next statement.
      await this.#cancelling;
    }
  }

  #requestCancel(): Promise<void> {
    const { backend } = this.#connected;
    this.#cancelling ??= sendCancelRequest(this.#target.route, backend, cancelTimeoutMs).then(() => {
      this.#cancelling = null;
    });
    return this.#cancelling;
  }

  async #cancelAgain(run: StatementRun): Promise<void> {
    for (let tries = 1; tries < cancelTries; tries += 1) {
      if (await this.#endsWithin(run, cancelAgainMs * 2 ** (tries - 1))) return;
      await this.#requestCancel();
    }
  }

  /** True when the statement has ended within that time. */
  async #endsWithin(run: StatementRun, waitMs: number): Promise<boolean> {
    const timer = new AbortController();
    const late = delay(waitMs, undefined, { signal: timer.signal }).catch(nothing);
    await Promise.race([run.ended.catch(nothing), late]);
    timer.abort();
    return this.#current.run !== run;
  }

  async #sayGoodbye(): Promise<void> {
    const { client, stream } = this.#connected;
    if (stream.destroyed) return;
    const closed = new Promise((resolve) => stream.once('close', resolve));
    const timer = setTimeout(() => stream.destroy(), goodbyeMs);
    await Promise.race([this.#stopCurrent(), closed]);
    await client.end().catch(nothing);
    clearTimeout(timer);
    stream.destroy();
  }

  async #stopCurrent(): Promise<void> {
    const { run } = this.#current;
    if (run === null) return;
    run.abandon();
    do await this.#requestCancel();
    while (!(await this.#endsWithin(run, cancelAgainMs)));
  }
}

function nothing(): void {
  // For promises of which only the end matters.
}
