import type { Catalog, Database } from '../../shared/contract/catalog.ts';
import type { ServerAccess } from '../instances/access/server-access.ts';
import type { EngineHandle } from '../instances/engine-handle.ts';
import { AppFailure } from '../lib/app-failure.ts';
import { openSession, type Session } from '../postgres/open-session.ts';
import type { ServerTarget } from '../postgres/server-target.ts';
import { CatalogCache } from './catalog-cache.ts';
import { databasesQuery } from './catalog-queries.ts';
import { readCatalog } from './read-catalog.ts';

export interface CatalogServiceDeps {
  engine: EngineHandle;
  access: Pick<ServerAccess, 'targetOfInspected'>;
  /** Called when a catalogue was forgotten. */
  onChange(): void;
}

const statementTimeoutMs = 10_000;
const limits = { relations: 20_000, columns: 50_000, functions: 10_000 };
/** Where the list of databases is read when the default one was dropped. */
const maintenanceDatabase = 'postgres';

/** What is in the databases of an instance, read through short sessions of its own. */
export class CatalogService {
  readonly #deps: CatalogServiceDeps;
  readonly #cache = new CatalogCache();
  readonly #life = new AbortController();

  constructor(deps: CatalogServiceDeps) {
    this.#deps = deps;
  }

  /**
   * By name.
   * @throws AppFailure `not-found`, `engine-unreachable`, `database-unreachable`, `password-failed`, `database-error`
   */
  async databases(instance: string): Promise<Database[]> {
    const { target } = await this.#find(instance);
    const { database } = target.credentials;
    const read = (from: string) =>
      this.#ask(target, from, (session) => session.query<Database>(databasesQuery, [database]));
    return read(database).catch((error: unknown) => {
      if (isNoSuchDatabase(error)) return read(maintenanceDatabase);
      throw error;
    });
  }

  /**
   * What completion offers; null is the default database. Kept until it is forgotten, the container is started anew, or
   * half a minute has passed.
   * @throws AppFailure `not-found`, `engine-unreachable`, `database-unreachable`, `password-failed`, `database-error`
   */
  async read(instance: string, database: string | null): Promise<Catalog> {
    const { target, server } = await this.#find(instance);
    return this.#cache.get({ instance, server, database }, () =>
      this.#ask(target, database ?? target.credentials.database, (session) => readCatalog(session, limits)),
    );
  }

  /** To be called when a statement may have changed what is in a database of the instance. */
  forget(instance: string): void {
    this.#cache.forget(instance);
    this.#deps.onChange();
  }

  /** Ends what is being read. */
  dispose(): void {
    this.#life.abort();
  }

  async #find(instance: string): Promise<{ target: ServerTarget; server: string }> {
    const inspect = await this.#deps.engine.client().inspectContainer(instance);
    const target = await this.#deps.access.targetOfInspected(inspect);
    if (target !== null) return { target, server: `${inspect.Id} ${inspect.State.StartedAt}` };
    throw new AppFailure({ code: 'database-unreachable', reason: 'container is not running' });
  }

  async #ask<T>(target: ServerTarget, database: string, read: (session: Session) => Promise<T>): Promise<T> {
    const session = await openSession(target, { database, statementTimeoutMs, signal: this.#life.signal });
    try {
      return await read(session);
    } finally {
      await session.dispose();
    }
  }
}

function isNoSuchDatabase(error: unknown): boolean {
  return (
    error instanceof AppFailure &&
    error.appError.code === 'database-error' &&
    error.appError.sqlState === '3D000'
  );
}
