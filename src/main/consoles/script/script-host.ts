import type { ConsoleEntry } from '../../../shared/contract/consoles.ts';
import type { HistoryEntry } from '../../../shared/contract/history.ts';
import type { ResultColumn } from '../../../shared/contract/results.ts';
import type { ScannedCommand } from '../../../shared/sql/scanned-item.ts';
import type { ColumnTypes } from '../../postgres/column-types.ts';
import type { ConsoleConnection } from '../../postgres/console-connection.ts';
import type { ResultWriter } from '../../results/result-writer.ts';
import type { PsqlContext, PsqlDisplay, PsqlOutcome } from './psql-command.ts';

/** An entry before the log gives it its number and time. */
export type NewConsoleEntry = ConsoleEntry extends infer Entry
  ? Entry extends ConsoleEntry
    ? Omit<Entry, 'id' | 'atMs'>
    : never
  : never;

/** A result that a run begins. */
export interface NewScriptResult {
  columns: readonly ResultColumn[];
  /** At most 300 characters, passwords masked. */
  statement: string;
  title: string | null;
  /** One column per line: `\x` is on, or it was sent by `\gx`. */
  expanded: boolean;
  /** When the statement was sent, by `performance.now()`. */
  startedAtMs: number;
}

/** What a history entry is made of; the host adds who and where. */
export type RunRecord = Pick<HistoryEntry, 'text' | 'durationMs' | 'rows' | 'error'>;

export interface RunProgress {
  /** The statement or command under way, from 1, those of files included; they are counted as they are found. */
  statement: number;
  file: { name: string; readBytes: number; sizeBytes: number } | null;
}

/** What a run needs of its console. One run at a time has it. */
export interface ScriptHost {
  /** The live session: another one after `reconnect`. Notices and notifications go from it to the host directly. */
  readonly connection: ConsoleConnection;
  /** Of the live session. The run asks for columns only; the host has it learn when nothing runs. */
  readonly columnTypes: Pick<ColumnTypes, 'columns'>;
  /** psql's variables, which outlive the run. */
  readonly variables: Map<string, string>;
  /** `\x` and `\timing`, which outlive the run. */
  readonly display: PsqlDisplay;
  readonly onError: 'stop' | 'continue';
  /** The person's wish to stop. The run sends the server its cancel request and has done so when it resolves. */
  readonly signal: AbortSignal;
  /** Begins the next result of the run; null: it has as many as one run may have. The run finishes every writer. */
  newResult(result: NewScriptResult): ResultWriter | null;
  log(entry: NewConsoleEntry): void;
  /** One line of the history, which masks the passwords in it and in its error. */
  record(entry: RunRecord): void;
  /** Called for every statement and every piece of a file, and once at the end. */
  progress(progress: RunProgress): void;
  /**
   * Does the work of a file, be it the run's own or one that `\i` names (then inside each other). What the file sets as
   * `client_encoding` holds until the outermost work is over; then it is put back.
   */
  duringFile<T>(work: () => Promise<T>): Promise<T>;
  /**
   * `\connect`: opens the new session first, then lets go of the old one, which stays when that fails. Null: as now.
   * @throws AppFailure why it cannot be opened
   */
  reconnect(database: string | null, user: string | null): Promise<void>;
  /** A psql command, of which the run itself carries out what the outcome says. */
  runPsqlCommand(command: ScannedCommand, context: PsqlContext): Promise<PsqlOutcome>;
}

/**
 * How a run ended; the log tells it in full. `stopped`: at an error. `lost`: the connection ended, nothing more was sent.
 * `quit`: by `\q`.
 */
export type RunEnd = 'done' | 'stopped' | 'cancelled' | 'lost' | 'quit';
