import type { ConsoleState } from '../../shared/contract/consoles.ts';
import type { ScannedCommand } from '../../shared/sql/scanned-item.ts';
import { AppFailure } from '../lib/app-failure.ts';
import type { Logger } from '../lib/logger.ts';
import { appErrorOf } from '../operations/app-error-of.ts';
import type { WireStatement } from '../postgres/console-connection.ts';
import type { ResultWriter } from '../results/result-writer.ts';
import type { ConsoleLink } from './console-link.ts';
import type { ConsoleResults, WholeResult } from './console-results.ts';
import { GuardedConnection } from './guarded-connection.ts';
import type { PsqlContext, PsqlDisplay, PsqlOutcome } from './script/psql-command.ts';
import type {
  NewConsoleEntry,
  NewScriptResult,
  RunEnd,
  RunProgress,
  RunRecord,
  ScriptHost,
} from './script/script-host.ts';

/** What a run shares with the other runs of its console. */
export interface RunConsole {
  readonly link: ConsoleLink;
  readonly results: ConsoleResults;
  readonly variables: Map<string, string>;
  readonly display: PsqlDisplay;
  readonly onError: 'stop' | 'continue';
  isReadOnly(): boolean;
  log(entry: NewConsoleEntry): void;
  record(entry: RunRecord): void;
  onProgress(): void;
  /** It moved to another database by itself. */
  onDatabase(database: string): void;
  runPsqlCommand(command: ScannedCommand, context: PsqlContext): Promise<PsqlOutcome>;
  readonly logger: Logger;
}

export interface ConsoleRunOptions {
  /** What the log calls it when there is no session for it. */
  text: string;
  /** Null: not known, as they are counted as they are found. */
  statements: number | null;
  isFile: boolean;
  whole: WholeResult | null;
}

/** One run of a console: a text, a file, or a statement that a button stands for. */
export class ConsoleRun implements ScriptHost {
  readonly #console: RunConsole;
  readonly #options: ConsoleRunOptions;
  readonly #abort = new AbortController();
  readonly #startedAtMs = Date.now();
  #progress: RunProgress = { statement: 1, file: null };
  #connection: GuardedConnection | null = null;
  #statement: WireStatement | null = null;
  #isFull = false;
  /** One inside the other. */
  #filesUnderWay = 0;
  /** What the guard has to say stands behind the statement that made it necessary. */
  #remarks: NewConsoleEntry[] = [];

  constructor(console: RunConsole, options: ConsoleRunOptions) {
    this.#console = console;
    this.#options = options;
  }

  get connection(): GuardedConnection {
    if (this.#connection === null) throw new Error('A run has no session before it began');
    return this.#connection;
  }

  get variables(): Map<string, string> {
    return this.#console.variables;
  }

  get display(): PsqlDisplay {
    return this.#console.display;
  }

  get onError(): 'stop' | 'continue' {
    return this.#console.onError;
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  get isFile(): boolean {
    return this.#options.isFile;
  }

  get state(): NonNullable<ConsoleState['running']> {
    const { statements } = this.#options;
    const cancelling = this.signal.aborted;
    return { ...this.#progress, startedAtMs: this.#startedAtMs, statements, cancelling };
  }

  /** Waits for the session, does the work, and puts back what it changed. Says in the log why it did not. */
  async perform(work: (host: ScriptHost) => Promise<RunEnd>): Promise<void> {
    const { link } = this.#console;
    try {
      const session = await link.ready(this.signal);
      session.isUsed = true;
      this.#connect();
      await work(this);
    } catch (error) {
      this.#fail(error);
    }
    this.#tellRemarks();
  }

  cancel(): void {
    if (this.signal.aborted) return;
    this.#abort.abort();
    this.#console.onProgress();
  }

  newResult(result: NewScriptResult): ResultWriter | null {
    const { whole } = this.#options;
    const writer = this.#console.results.add(result, this.#statement, whole);
    if (writer === null && !this.#isFull) {
      this.#isFull = true;
      this.log({ kind: 'event', event: 'results-full', detail: null });
    }
    return writer;
  }

  log(entry: NewConsoleEntry): void {
    this.#console.log(entry);
    if (entry.kind === 'statement' || entry.kind === 'sql-error') this.#tellRemarks();
  }

  record(entry: RunRecord): void {
    this.#console.record(entry);
  }

  progress(progress: RunProgress): void {
    this.#progress = progress;
    this.#console.onProgress();
  }

  async duringFile<T>(work: () => Promise<T>): Promise<T> {
    this.#filesUnderWay += 1;
    try {
      return await work();
    } finally {
      this.#filesUnderWay -= 1;
      if (this.#filesUnderWay === 0) await this.connection.restoreEncoding();
    }
  }

  async reconnect(database: string | null, user: string | null): Promise<void> {
    const { link, onDatabase } = this.#console;
    const now = this.connection;
    await link.move({ database: database ?? now.database, user: user ?? link.place.user }, this.signal);
    this.#connect();
    onDatabase(this.connection.database);
  }

  runPsqlCommand(command: ScannedCommand, context: PsqlContext): Promise<PsqlOutcome> {
    return this.#console.runPsqlCommand(command, context);
  }

  #connect(): void {
    const { session } = this.#console.link;
    if (session === null) throw new AppFailure({ code: 'database-unreachable', reason: 'connection lost' });
    session.isUsed = true;
    this.#connection = new GuardedConnection(session.connection, {
      isReadOnly: () => this.#console.isReadOnly(),
      keepsEncoding: () => this.#filesUnderWay > 0,
      onStatement: (statement) => {
        this.#statement = statement;
      },
      log: (entry) => this.#remarks.push(entry),
    });
  }

  #fail(error: unknown): void {
    const appError = appErrorOf(error, this.#console.logger);
    if (appError.code === 'cancelled') this.log({ kind: 'event', event: 'cancelled', detail: null });
    else this.log({ kind: 'failure', text: this.#options.text, error: appError });
  }

  #tellRemarks(): void {
    const remarks = this.#remarks;
    this.#remarks = [];
    for (const remark of remarks) this.#console.log(remark);
  }
}
