import { randomUUID } from 'node:crypto';
import type { ConsoleUpdate, ExplainOutcome, RunOutcome } from '../../shared/contract/consoles.ts';
import type { CatalogService } from '../catalog/catalog-service.ts';
import type { ConsoleDrafts } from '../console-drafts/console-drafts.ts';
import type { ConsolePreferencesStore } from '../console-preferences/console-preferences-store.ts';
import type { History } from '../history/history.ts';
import { AppFailure } from '../lib/app-failure.ts';
import type { Logger } from '../lib/logger.ts';
import type { ResultStore } from '../results/result-store.ts';
import { PushedFile } from '../uploads/pushed-file.ts';
import { askBeforeRun } from './ask-before-run.ts';
import type { RunConsole } from './console-run.ts';
import { ConsoleSession } from './console-session.ts';
import { type ExplainRequest, explainInConsole } from './explain/explain-in-console.ts';
import { type InstanceServerDeps, instanceServer } from './instance-server.ts';
import { runFile } from './script/run-file.ts';
import { runScript } from './script/run-script.ts';

export interface ConsoleServiceDeps extends InstanceServerDeps {
  drafts: ConsoleDrafts;
  preferences: ConsolePreferencesStore;
  history: Pick<History, 'add'>;
  catalog: Pick<CatalogService, 'forget'>;
  results: ResultStore;
  psqlCommandsOf(instance: string): RunConsole['runPsqlCommand'];
  log: Logger;
}

export interface RunRequest {
  id: string;
  text: string;
  /** Where the text begins in the draft. */
  offset: number;
  confirmed: boolean;
  values: Record<string, string | null>;
}

export interface FileRequest {
  id: string;
  fileName: string;
  sizeBytes: number;
  oneTransaction: boolean;
}

/** The consoles of all instances, by id, while the app runs. */
export class ConsoleService {
  readonly #deps: ConsoleServiceDeps;
  readonly #sessions = new Map<string, Promise<ConsoleSession>>();
  readonly #open = new Set<ConsoleSession>();
  /** Files that a page sends, by id. */
  readonly #files = new Map<string, PushedFile>();
  readonly #unsubscribe: () => void;
  #isOver = false;

  constructor(deps: ConsoleServiceDeps) {
    this.#deps = deps;
    this.#unsubscribe = deps.preferences.onChange((instance, preferences) => {
      for (const session of this.#open) {
        if (session.instance === instance) session.setPreferences(preferences);
      }
    });
  }

  /** True while a file is run: half of it may be done, which for a statement cannot be. */
  hasRunning(): boolean {
    return [...this.#open].some(({ isRunningFile }) => isRunningFile);
  }

  /** Cancels what runs, ends the session, forgets draft, log and results. Closing twice is not an error. */
  async close(id: string): Promise<void> {
    const session = this.#sessions.get(id);
    this.#sessions.delete(id);
    try {
      await this.#deps.drafts.remove(id);
    } finally {
      await this.#end(session);
    }
  }

  /** @throws AppFailure `not-found`, `engine-unreachable` */
  async *watch(id: string, signal: AbortSignal): AsyncGenerator<ConsoleUpdate> {
    const session = await this.#session(id);
    yield* session.watch(signal);
  }

  /** @throws AppFailure `not-found`, `busy` */
  async useDatabase(id: string, database: string | null): Promise<void> {
    const session = await this.#session(id);
    await session.useDatabase(database);
    await this.#deps.drafts.setDatabase(id, database);
  }

  /** @throws AppFailure `not-found` */
  async connect(id: string): Promise<void> {
    (await this.#session(id)).link.connect();
  }

  /** @throws AppFailure `not-found`, `busy`, `cancelled` */
  async run({ id, text, offset, confirmed, values }: RunRequest): Promise<RunOutcome> {
    const session = await this.#session(id);
    const { question, statements } = await session.ask((asked) =>
      askBeforeRun(asked, { text, offset, confirmed, values, variables: session.variables }),
    );
    if (question !== null) return { outcome: 'asked', question };
    session.start({
      ...{ text, statements, isFile: false, whole: null, isInDraft: true },
      work: (host) => runScript(host, { text, offset, values }),
    });
    return { outcome: 'started' };
  }

  /** @throws AppFailure `not-found`, `busy`, `database-unreachable`, `cancelled` */
  async explain({
    id,
    ...request
  }: { id: string } & Omit<ExplainRequest, 'variables'>): Promise<ExplainOutcome> {
    const session = await this.#session(id);
    return session.ask((asked) => explainInConsole(asked, { ...request, variables: session.variables }));
  }

  /** @throws AppFailure `not-found`, `busy` */
  async runWhole(id: string, resultId: string): Promise<void> {
    const session = await this.#session(id);
    const { statement, whole } = session.results.again(resultId);
    const text = typeof statement.text === 'string' ? statement.text : Buffer.from(statement.text).toString();
    const values = Object.fromEntries(
      (statement.values ?? []).map((value, index) => [`${index + 1}`, value] as const),
    );
    session.start({
      ...{ text, statements: 1, isFile: false, whole, isInDraft: false, keepsResults: true },
      work: (host) => runScript(host, { text, offset: 0, values }),
    });
  }

  /** @throws AppFailure `not-found` */
  async cancel(id: string): Promise<void> {
    (await this.#session(id)).cancel();
  }

  /** @throws AppFailure `not-found`, `busy` */
  async endTransaction(id: string, how: 'commit' | 'rollback'): Promise<void> {
    const session = await this.#session(id);
    const text = how === 'commit' ? 'COMMIT' : 'ROLLBACK';
    session.start({
      ...{ text, statements: 1, isFile: false, whole: null, isInDraft: false, keepsResults: true },
      work: (host) => runScript(host, { text, offset: 0, values: {} }),
    });
  }

  /** @throws AppFailure `not-found`, `busy` */
  async startFile({ id, fileName, sizeBytes, oneTransaction }: FileRequest): Promise<string> {
    const session = await this.#session(id);
    const fileId = randomUUID();
    const file = new PushedFile({ name: fileName, sizeBytes });
    this.#files.set(fileId, file);
    const letGo = (): void => {
      this.#files.delete(fileId);
      file.dispose();
    };
    try {
      session.start({
        ...{ text: null, statements: null, isFile: true, whole: null, isInDraft: false },
        work: (host) => runFile(host, file, { oneTransaction }),
        onEnd: letGo,
      });
    } catch (error) {
      letGo();
      throw error;
    }
    return fileId;
  }

  /** Resolves when more is wanted; false: the run ended, the rest is not needed. */
  async fileChunk(fileId: string, piece: Buffer, last: boolean): Promise<boolean> {
    return (await this.#files.get(fileId)?.push(piece, last)) ?? false;
  }

  /** Ends every session within a second or so. */
  async dispose(): Promise<void> {
    this.#isOver = true;
    this.#unsubscribe();
    const sessions = [...this.#sessions.values()];
    this.#sessions.clear();
    await Promise.all(sessions.map((session) => this.#end(session)));
  }

  async #end(opening: Promise<ConsoleSession> | undefined): Promise<void> {
    // One that could not be made has told whoever wanted it.
    const session = await opening?.catch(() => undefined);
    if (session === undefined) return;
    this.#open.delete(session);
    await session.dispose();
  }

  async #session(id: string): Promise<ConsoleSession> {
    if (this.#isOver) throw new AppFailure({ code: 'cancelled' });
    const known = this.#sessions.get(id);
    if (known !== undefined) return known;
    const making = this.#make(id);
    this.#sessions.set(id, making);
    making.catch(() => this.#sessions.delete(id));
    return making;
  }

  async #make(id: string): Promise<ConsoleSession> {
    const { drafts, preferences, history, catalog, results, psqlCommandsOf, log } = this.#deps;
    const console = await drafts.get(id);
    const server = instanceServer(this.#deps, console.instance);
    const session = new ConsoleSession({
      ...{ console, server, defaults: await server.defaults(), store: results, log },
      runPsqlCommand: psqlCommandsOf(console.instance),
      preferences: preferences.get(console.instance),
      record: (entry) => void history.add(id, { ...entry, atMs: Date.now() - entry.durationMs }),
      onSchemaChange: () => catalog.forget(console.instance),
      onDatabase: (database) =>
        void drafts.setDatabase(id, database).catch((error: unknown) => {
          log.error({ err: error }, 'the database of a console could not be kept');
        }),
    });
    this.#open.add(session);
    return session;
  }
}
