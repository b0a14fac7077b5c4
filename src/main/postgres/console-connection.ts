/** A column as RowDescription tells it. */
export interface WireColumn {
  name: string;
  typeOid: number;
  typeModifier: number;
}

/** Where rows go. */
export interface RowSink {
  /**
   * Takes `count` complete DataRow messages as they came over the wire, one after the other (type byte, length, body).
   * The buffer is the taker's own. A promise holds the server back until it settles.
   */
  rows(frames: Buffer, count: number): void | Promise<void>;
}

/** Text goes to the server as UTF-8, bytes as they are. With `values` it is parsed, bound and executed once. */
export interface WireStatement {
  text: string | Uint8Array;
  values?: readonly (string | null)[];
}

/** What a statement may do besides ending. */
export interface StatementHandlers {
  /** Rows of this shape follow. May come several times for one statement (rules). */
  onColumns(columns: readonly WireColumn[]): RowSink;
  /** `COPY … TO STDOUT`: its bytes. */
  onCopyOut?(bytes: Buffer): void | Promise<void>;
  /** What `COPY … FROM STDIN` is fed. Absent: the copy is ended with an error of the server. */
  copyIn?: AsyncIterable<Uint8Array>;
}

/** An error of the server, field by field (https://www.postgresql.org/docs/current/protocol-error-fields.html). */
export interface ServerError {
  sqlState: string;
  severity: string;
  message: string;
  detail: string | null;
  hint: string | null;
  /** In characters (code points) of the statement, from 1. */
  position: number | null;
  internalQuery: string | null;
  internalPosition: number | null;
  where: string | null;
  schema: string | null;
  table: string | null;
  column: string | null;
  constraint: string | null;
}

export interface ServerNotice {
  severity: string;
  sqlState: string;
  message: string;
  detail: string | null;
  hint: string | null;
}

export interface ServerNotification {
  channel: string;
  payload: string;
  backendPid: number;
}

/**
 * How a statement ended; the session lives in every case. `row-too-big`: a row longer than the limit was stopped in the
 * stream and the statement cancelled. An empty statement completes with an empty command.
 */
export type StatementEnd =
  | { kind: 'complete'; command: string }
  | { kind: 'error'; error: ServerError }
  | { kind: 'row-too-big'; bytes: number };

export type TransactionState = 'idle' | 'in-transaction' | 'failed';

/** Text rows of a query of Howdah's own. */
export interface TextRows {
  columns: readonly string[];
  rows: readonly (readonly (string | null)[])[];
}

/** What psql commands, explain and pre-checks need: one answer at a time, in the console's own session. */
export interface SessionQuery {
  readonly database: string;
  readonly user: string;
  /** As `server_version_num` says it: 160010. */
  readonly serverVersionNumber: number;
  readonly transaction: TransactionState;
  /** The server's last word on a reported setting: `client_encoding`, `standard_conforming_strings`, … */
  parameter(name: string): string | undefined;
  /**
   * One statement whose rows (few, small) are wanted as text.
   * @throws ServerFailure the server's error, AppFailure `database-unreachable` when the connection is lost
   */
  query(text: string, values?: readonly (string | null)[]): Promise<TextRows>;
}

/** One dedicated session. Statements run one at a time; whoever opens it disposes it. */
export interface ConsoleConnection extends SessionQuery {
  readonly backendPid: number;
  /** "16.10" */
  readonly serverVersion: string;
  /**
   * Runs one statement to its end, after those that were asked for before.
   * @throws what a handler throws (the statement is cancelled then, the session lives), AppFailure
   * `database-unreachable` when the connection is lost before it ended
   */
  run(statement: WireStatement, handlers: StatementHandlers): Promise<StatementEnd>;
  /**
   * Asks the server to stop what runs, over a connection of its own (CancelRequest, needs no free slot). Resolves when
   * the server took it; the statement then ends with 57014 by itself, or was done already. Copy data that is still
   * awaited ends, too. Never throws.
   */
  cancel(): Promise<void>;
  /** Cancels, says goodbye, closes; at the latest after a second. May be called twice. */
  dispose(): Promise<void>;
}

export interface ConnectionListeners {
  onNotice(notice: ServerNotice): void;
  onNotification(notification: ServerNotification): void;
  /** Called once when the connection ended without `dispose`; null: the server closed it without a word. */
  onEnd(error: ServerError | null): void;
  /** After every statement, and when the server reports one by itself. */
  onTransaction(state: TransactionState): void;
}
