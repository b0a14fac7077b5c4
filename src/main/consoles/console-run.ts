import type { ConsoleState } from '../../shared/contract/consoles.ts';
import type { ScannedCommand } from '../../shared/sql/scanned-item.ts';
import type { SchemaChanges } from '../catalog/schema-changes.ts';
import { maskedError } from '../history/masked-error.ts';
import type { Logger } from '../lib/logger.ts';
import { appErrorOf } from '../operations/app-error-of.ts';
import type { ColumnTypes } from '../postgres/column-types.ts';
import type { WireStatement } from '../postgres/console-connection.ts';
import type { ResultWriter } from '../results/result-writer.ts';
import type { ConsoleLink } from './console-link.ts';
import type { ConsoleResults, WholeResult } from './console-results.ts';
import { FileSettings } from './file-settings.ts';
import { GuardedConnection } from './guarded-connection.ts';
import type { LiveSession } from './live-session.ts';
import type { PsqlContext, PsqlDisplay, PsqlOutcome } from './script/psql-command.ts';
import type {
  NewConsoleEntry,
  NewScriptResult,
  RunEnd,
  RunProgress,
  RunRecord,
  ScriptHost,
} from './script/script-host.ts';
import { withoutDraftPlaces } from './without-draft-places.ts';

/** What a run shares with the other runs of its console. */
export interface RunConsole {
  readonly link: ConsoleLink;
  readonly results: ConsoleResults;
  readonly variables: Map<string, string>;
  readonly display: PsqlDisplay;
  readonly onError: 'stop' | 'continue';
  readonly schemaChanges: SchemaChanges;
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
  /** All of it; null: a file. */
  text: string | null;
  /** The text stands in the draft, so that places in it mean something. */
  isInDraft: boolean;
  /** Null: not known, as they are counted as they are found. */
  statements: number | null;
  isFile: boolean;
  whole: WholeResult | null;
}

/** A script of more statements stands in the history as one. */
const maxRecorded = 100;

/** One run of a console: a text, a file, or a statement that a button stands for. */
export class ConsoleRun implements ScriptHost {
  readonly #console: RunConsole;
  readonly #options: ConsoleRunOptions;
  readonly #abort = new AbortController();
  readonly #startedAtMs = Date.now();
  #progress: RunProgress = { statement: 1, file: null };
  #live: { session: LiveSession; connection: GuardedConnection } | null = null;
  #statement: WireStatement | null = null;
  #settings: FileSettings | null = null;
  #isFull = false;
  #firstError: RunRecord['error'] = null;
  /** One inside the other. */
  #filesUnderWay = 0;
  /** What the guard has to say stands behind the statement that made it necessary. */
  #remarks: NewConsoleEntry[] = [];

  constructor(console: RunConsole, options: ConsoleRunOptions) {
    this.#console = console;
    this.#options = options;
  }

  get connection(): GuardedConnection {
    return this.#inUse.connection;
  }

  get columnTypes(): ColumnTypes {
    return this.#inUse.session.columnTypes;
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

  /** Its own, or one that its text names. */
  get isInFile(): boolean {
    return this.#options.isFile || this.#filesUnderWay > 0;
  }

  get state(): NonNullable<ConsoleState['running']> {
    const { statements: found } = this.#options;
    // The text says nothing of how many stand in a file that it names.
    const statements = found !== null && this.#progress.statement > found ? null : found;
    return { ...this.#progress, startedAtMs: this.#startedAtMs, statements, cancelling: this.signal.aborted };
  }

  /** Waits for the session, does the work, and puts back what it changed. Says in the log why it did not. */
  async perform(work: (host: ScriptHost) => Promise<RunEnd>): Promise<void> {
    const { link } = this.#console;
    try {
      this.#use(await link.ready(this.signal));
      await this.#noteSettings();
      await work(this);
    } catch (error) {
      this.#fail(error);
    }
    await this.#restoreSettings();
    this.#tellRemarks();
    this.#recordLong();
    this.#console.schemaChanges.settle(this.#live?.connection.transaction ?? 'idle');
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
    this.#console.log(this.#options.isInDraft ? entry : withoutDraftPlaces(entry));
    if (entry.kind === 'statement' || entry.kind === 'sql-error') this.#tellRemarks();
  }

  record(entry: RunRecord): void {
    this.#firstError ??= maskedError(entry);
    if (!this.#isLong) this.#console.record(entry);
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
    const place = { database: database ?? now.database, user: user ?? link.place.user };
    this.#use(await link.move(place, this.signal));
    await this.#noteSettings();
    onDatabase(this.connection.database);
  }

  async runPsqlCommand(command: ScannedCommand, context: PsqlContext): Promise<PsqlOutcome> {
    // What it shows is no answer to the statement before.
    this.#statement = null;
    const outcome = await this.#console.runPsqlCommand(command, context);
    // `\encoding`: the draft is sent as UTF-8.
    if (this.#filesUnderWay === 0) await this.connection.restoreEncoding();
    return outcome;
  }

  get #isLong(): boolean {
    return (this.#options.statements ?? 0) > maxRecorded;
  }

  /** One line of the history for all of it, unless it never came to its session. */
  #recordLong(): void {
    const { text } = this.#options;
    if (text === null || !this.#isLong || this.#live === null) return;
    const durationMs = Date.now() - this.#startedAtMs;
    this.#console.record({ text, durationMs, rows: null, error: this.#firstError });
  }

  get #inUse(): { session: LiveSession; connection: GuardedConnection } {
    if (this.#live === null) throw new Error('A run has no session before it began');
    return this.#live;
  }

  #use(session: LiveSession): void {
    session.isUsed = true;
    const connection = new GuardedConnection(session.connection, {
      isReadOnly: () => this.#console.isReadOnly(),
      keepsEncoding: () => this.#filesUnderWay > 0,
      onStatement: (statement) => {
        this.#statement = statement;
        this.#noteChanges(statement);
      },
      log: (entry) => this.#remarks.push(entry),
    });
    this.#live = { session, connection };
  }

  /** Those of a file end with it. What `\i` of a script sets stays, as in psql. */
  async #noteSettings(): Promise<void> {
    if (this.#options.isFile) this.#settings = await FileSettings.note(this.connection);
  }

  async #restoreSettings(): Promise<void> {
    const names = (await this.#settings?.restore()) ?? [];
    if (names.length === 0) return;
    this.#remarks.push({ kind: 'event', event: 'settings-restored', detail: names.join(', ') });
  }

  /** What a file sends is not read again. */
  #noteChanges({ text }: WireStatement): void {
    const isRead = this.#filesUnderWay === 0 && typeof text === 'string';
    this.#console.schemaChanges.note(isRead ? text : null);
  }

  #fail(error: unknown): void {
    const appError = appErrorOf(error, this.#console.logger);
    if (appError.code === 'cancelled') this.log({ kind: 'event', event: 'cancelled', detail: null });
    else this.log({ kind: 'failure', text: null, error: appError });
  }

  #tellRemarks(): void {
    const remarks = this.#remarks;
    this.#remarks = [];
    for (const remark of remarks) this.#console.log(remark);
  }
}
