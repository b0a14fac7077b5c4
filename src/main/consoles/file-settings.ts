import { AppFailure } from '../lib/app-failure.ts';
import type { SessionQuery } from '../postgres/console-connection.ts';
import { ServerFailure } from '../postgres/server-failure.ts';

/** Put back by itself, and not always at the end of the file. */
const others = new Set(['client_encoding']);

/**
 * What a session had set before a file ran in it. Dumps set an empty search_path and a dozen other things for themselves:
 * run by `psql -f` these end with its session, here they would stay and hide every table.
 */
export class FileSettings {
  readonly #session: SessionQuery;
  readonly #before: ReadonlyMap<string, string>;

  private constructor(session: SessionQuery, before: ReadonlyMap<string, string>) {
    this.#session = session;
    this.#before = before;
  }

  /** Null: nothing can be asked, as the transaction failed. @throws AppFailure `database-unreachable` */
  static async note(session: SessionQuery): Promise<FileSettings | null> {
    if (session.transaction === 'failed') return null;
    return new FileSettings(session, await readSettings(session));
  }

  /** Answers the names of those that were put back. A session that is lost or cannot be asked keeps its own. */
  async restore(): Promise<string[]> {
    if (this.#session.transaction === 'failed') return [];
    try {
      const after = await readSettings(this.#session);
      const names = [...new Set([...this.#before.keys(), ...after.keys()])];
      const changed = names.filter((name) => !others.has(name) && this.#before.get(name) !== after.get(name));
      for (const name of changed) {
        // NULL is the value that the session began with.
        const value = this.#before.get(name) ?? null;
        await this.#session.query('SELECT pg_catalog.set_config($1, $2, false)', [name, value]);
      }
      return changed.sort();
    } catch (error) {
      if (error instanceof ServerFailure || error instanceof AppFailure) return [];
      throw error;
    }
  }
}

async function readSettings(session: SessionQuery): Promise<Map<string, string>> {
  const { rows } = await session.query(
    "SELECT name, setting FROM pg_catalog.pg_settings WHERE source = 'session'",
  );
  return new Map(rows.map(([name, setting]) => [name ?? '', setting ?? '']));
}
