import type {
  Console,
  ConsolePreferences,
  ConsoleState,
  ConsoleUpdate,
} from '../../shared/contract/consoles.ts';
import { SchemaChanges } from '../catalog/schema-changes.ts';
import { AppFailure } from '../lib/app-failure.ts';
import type { Logger } from '../lib/logger.ts';
import { Turns } from '../lib/turns.ts';
import type { ResultStore } from '../results/result-store.ts';
import type { AskedSession } from './asked-session.ts';
import { Asking } from './asking.ts';
import { ConsoleFeed } from './console-feed.ts';
import { ConsoleLink } from './console-link.ts';
import { ConsoleLog } from './console-log.ts';
import { ConsoleResults } from './console-results.ts';
import { ConsoleRun, type ConsoleRunOptions, type RunConsole } from './console-run.ts';
import { describeConsole } from './describe-console.ts';
import type { InstanceServer } from './instance-server.ts';
import { noticeEntry, notificationEntry } from './message-entries.ts';
import { PendingSettings } from './pending-settings.ts';
import type { PsqlDisplay } from './script/psql-command.ts';
import type { NewConsoleEntry, RunEnd, RunRecord, ScriptHost } from './script/script-host.ts';
import { sessionVariables } from './session-variables.ts';

export interface ConsoleSessionOptions {
  console: Pick<Console, 'id' | 'instance' | 'number' | 'database'>;
  server: InstanceServer;
  /** Whom a session that asks for nothing is opened for; null: not known, the container is not there. */
  defaults: { user: string; database: string } | null;
  preferences: ConsolePreferences;
  store: ResultStore;
  record(entry: RunRecord & { database: string }): void;
  /** It moved to another database by itself. */
  onDatabase(database: string): void;
  /** What completion offers is stale. */
  onSchemaChange(): void;
  runPsqlCommand: RunConsole['runPsqlCommand'];
  log: Logger;
}

export interface Performance extends ConsoleRunOptions {
  /** Results of the run before stay. */
  keepsResults?: boolean;
  work(host: ScriptHost): Promise<RunEnd>;
  onEnd?(): void;
}

/** What one console is while the app runs: session, log, results, and what it does, one thing at a time. */
export class ConsoleSession {
  readonly #options: ConsoleSessionOptions;
  readonly #log = new ConsoleLog();
  readonly #feed: ConsoleFeed;
  readonly #results: ConsoleResults;
  readonly #pending = new PendingSettings();
  readonly #display: PsqlDisplay = { expanded: false, timing: false };
  readonly #runConsole: RunConsole;
  readonly link: ConsoleLink;
  /** psql's variables. */
  readonly variables = new Map<string, string>();
  #preferences: ConsolePreferences;
  #serverVersion: string | null = null;
  #run: ConsoleRun | null = null;
  #asking: Asking | null = null;
  /** What uses the session uses it in turn. */
  readonly #turns = new Turns();

  constructor(options: ConsoleSessionOptions) {
    const { console, server, log, store } = options;
    this.#options = options;
    this.#preferences = options.preferences;
    this.#results = new ConsoleResults({
      ...{ consoleId: console.id, store, log },
      columnTypes: () => this.link.session?.columnTypes ?? null,
      onChange: () => this.#feed.touch('results'),
    });
    this.link = new ConsoleLink({
      ...{ server, log, place: { database: console.database, user: null } },
      settings: () => this.#preferences,
      onChange: () => this.#onLinkChange(),
      onEvent: (event, detail) => this.#write({ kind: 'event', event, detail }),
      onNotice: (notice) => this.#write(noticeEntry(notice)),
      onNotification: (notification) => this.#write(notificationEntry(notification)),
    });
    this.#feed = new ConsoleFeed({
      log: this.#log,
      state: () => this.#state(),
      results: () => this.#results.infos(),
    });
    this.#runConsole = this.#asRunConsole();
  }

  get instance(): string {
    return this.#options.console.instance;
  }

  get results(): ConsoleResults {
    return this.#results;
  }

  get isRunningFile(): boolean {
    return this.#run?.isInFile === true;
  }

  /** See {@link ConsoleFeed.watch}. */
  watch(signal: AbortSignal): AsyncGenerator<ConsoleUpdate> {
    return this.#feed.watch(signal);
  }

  /**
   * Does something in the session before a run, which makes the console as busy as a run does.
   * @throws AppFailure `busy`, and what `work` throws
   */
  async ask<T>(work: (asked: AskedSession) => Promise<T>): Promise<T> {
    this.#refuseBusy();
    const asking = new Asking(this.link, (entry) => this.#write(entry));
    this.#asking = asking;
    this.#feed.touch('state');
    try {
      return await this.#turns.take(() => asking.perform(work));
    } finally {
      this.#asking = null;
      this.#feed.touch('state');
    }
  }

  /**
   * Begins a run in the background; the log tells how it goes.
   * @throws AppFailure `busy`
   */
  start({ work, keepsResults = false, onEnd, ...options }: Performance): void {
    this.#refuseBusy();
    const run = new ConsoleRun(this.#runConsole, options);
    this.#run = run;
    if (!keepsResults) this.#results.clear();
    this.#feed.touch('state');
    const whole = async (): Promise<void> => {
      try {
        await run.perform(work);
      } finally {
        this.#run = null;
        onEnd?.();
        this.#feed.touch('state');
      }
      await this.#tendSession();
    };
    this.#turns.take(whole).catch((error: unknown) => {
      this.#options.log.error({ err: error }, 'a run of a console failed');
    });
  }

  /** Stops what runs, is asked or waits for the session. Nothing is not an error. */
  cancel(): void {
    this.#run?.cancel();
    this.#asking?.cancel();
    this.#feed.touch('state');
  }

  /** @throws AppFailure `busy` */
  async useDatabase(database: string | null): Promise<void> {
    this.#refuseBusy();
    await this.link.end({ database, user: null });
  }

  setPreferences(preferences: ConsolePreferences): void {
    this.#pending.note(this.#preferences, preferences);
    this.#preferences = preferences;
    void this.#turns.take(() => this.#tendSession());
  }

  /** Cancels what runs and ends the session, within a second or so; watches end. */
  async dispose(): Promise<void> {
    this.cancel();
    await this.link.dispose();
    await this.#turns.settled();
    this.#results.clear();
    this.#feed.dispose();
  }

  /** What is to be told to the session, or learned from it, while nothing runs in it. */
  async #tendSession(): Promise<void> {
    const { session } = this.link;
    if (session === null) return;
    try {
      await this.#pending.apply(session);
      await session.columnTypes.learn();
      this.#feed.touch('results');
    } catch (error) {
      // A lost session is opened anew with the settings as they are.
      if (!(error instanceof AppFailure))
        this.#options.log.warn({ err: error }, 'a session took no settings');
    }
  }

  #refuseBusy(): void {
    if (this.#run === null && this.#asking === null) return;
    throw new AppFailure({
      code: 'busy',
      subject: `Query ${this.#options.console.number}`,
      operationId: null,
    });
  }

  #asRunConsole(): RunConsole {
    const { record, onDatabase, onSchemaChange, runPsqlCommand, log } = this.#options;
    const preferences = () => this.#preferences;
    return {
      ...{ link: this.link, results: this.#results, variables: this.variables, display: this.#display },
      get onError() {
        return preferences().onError;
      },
      schemaChanges: new SchemaChanges(onSchemaChange),
      isReadOnly: () => this.#preferences.readOnly,
      log: (entry) => this.#write(entry),
      record: (entry) => record({ ...entry, database: this.#state().database }),
      onProgress: () => this.#feed.touch('state'),
      ...{ onDatabase, runPsqlCommand, logger: log },
    };
  }

  #write(entry: NewConsoleEntry): void {
    this.#log.add(entry);
    this.#feed.touch('log');
  }

  #onLinkChange(): void {
    this.#serverVersion = this.link.session?.connection.serverVersion ?? this.#serverVersion;
    if (this.link.state === 'connecting') this.#pending.clear();
    if (this.link.state === 'ready') this.#greetSession();
    this.#feed.touch('state');
  }

  #greetSession(): void {
    const { session } = this.link;
    if (session === null) return;
    for (const [name, read] of sessionVariables) this.variables.set(name, read(session.connection));
    // Settings may have changed while it was opened.
    void this.#turns.take(() => this.#tendSession());
  }

  #state(): ConsoleState {
    const { console, defaults } = this.#options;
    return describeConsole({
      ...{ console, link: this.link, defaults, serverVersion: this.#serverVersion, display: this.#display },
      running: this.#run?.state ?? this.#asking?.state ?? null,
    });
  }
}
