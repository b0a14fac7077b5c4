import { AppFailure } from '../lib/app-failure.ts';
import type {
  ConsoleConnection,
  StatementEnd,
  StatementHandlers,
  TextRows,
  TransactionState,
  WireStatement,
} from '../postgres/console-connection.ts';
import { ServerFailure } from '../postgres/server-failure.ts';
import { readOnlyRefusal } from './read-only-refusal.ts';
import type { NewConsoleEntry } from './script/script-host.ts';

export interface StatementGuard {
  isReadOnly(): boolean;
  /** What is sent is in an encoding of its own (a file): it is put back when that is over. */
  keepsEncoding(): boolean;
  /** Before it is sent. */
  onStatement(statement: WireStatement): void;
  log(entry: NewConsoleEntry): void;
}

/** Canceled: a cancel request that came too late for the statement it was meant for. */
const canceled = '57014';

/**
 * A session in which no statement gets around the console's settings: in read-only mode what would allow writing is
 * refused before it is sent, and what a statement changed of `default_transaction_read_only` and `client_encoding` is
 * put back behind it.
 */
export class GuardedConnection implements ConsoleConnection {
  readonly #inner: ConsoleConnection;
  readonly #guard: StatementGuard;

  constructor(inner: ConsoleConnection, guard: StatementGuard) {
    this.#inner = inner;
    this.#guard = guard;
  }

  get backendPid(): number {
    return this.#inner.backendPid;
  }

  get serverVersion(): string {
    return this.#inner.serverVersion;
  }

  get serverVersionNumber(): number {
    return this.#inner.serverVersionNumber;
  }

  get database(): string {
    return this.#inner.database;
  }

  get user(): string {
    return this.#inner.user;
  }

  get transaction(): TransactionState {
    return this.#inner.transaction;
  }

  parameter(name: string): string | undefined {
    return this.#inner.parameter(name);
  }

  query(text: string, values?: readonly (string | null)[]): Promise<TextRows> {
    return this.#inner.query(text, values);
  }

  async run(statement: WireStatement, handlers: StatementHandlers): Promise<StatementEnd> {
    const refusal = this.#guard.isReadOnly() ? readOnlyRefusal(statement.text) : null;
    if (refusal !== null) return { kind: 'error', error: refusal };
    this.#guard.onStatement(statement);
    const end = await this.#inner.run(statement, handlers);
    if (this.#guard.isReadOnly()) await this.#restoreReadOnly();
    if (!this.#guard.keepsEncoding()) await this.restoreEncoding();
    return end;
  }

  /** In a failed transaction nothing can be put back: that is for the statement that ends it. */
  async restoreEncoding(): Promise<void> {
    const now = this.parameter('client_encoding');
    if (this.transaction === 'failed' || now === undefined || now === 'UTF8') return;
    if (await this.#set("SET client_encoding = 'UTF8'")) {
      this.#guard.log({ kind: 'event', event: 'encoding-restored', detail: now });
    }
  }

  cancel(): Promise<void> {
    return this.#inner.cancel();
  }

  dispose(): Promise<void> {
    return this.#inner.dispose();
  }

  async #restoreReadOnly(): Promise<void> {
    if (this.transaction === 'failed') return;
    // Reported from 14 on; before that it is told anew, which costs as much as asking.
    if (this.parameter('default_transaction_read_only') === 'on') return;
    const isReported = this.parameter('default_transaction_read_only') !== undefined;
    if ((await this.#set('SET default_transaction_read_only = on')) && isReported) {
      this.#guard.log({ kind: 'event', event: 'read-only-restored', detail: null });
    }
  }

  async #set(statement: string, isLastTry = false): Promise<boolean> {
    try {
      await this.query(statement);
      return true;
    } catch (error) {
      // That the connection was lost behind the statement is found out by the next one.
      if (error instanceof AppFailure) return false;
      if (!(error instanceof ServerFailure)) throw error;
      if (isLastTry || error.serverError.sqlState !== canceled) return false;
      return this.#set(statement, true);
    }
  }
}
