import type { RelationPlace } from '../../../shared/contract/relations.ts';
import { FileSaves } from '../../platform/file-saves.ts';
import type { SaveOutcome } from '../../platform/file-to-save.ts';
import type { Platform } from '../../platform/platform.ts';
import { exportContentTypes } from '../../results/export/export-content-types.ts';
import { safeFileName } from '../../results/safe-file-name.ts';
import { readRelationFacts } from '../relations/read-relation-facts.ts';
import type { TableSessions } from '../table-sessions.ts';
import { exportQuery } from './export-query.ts';
import { pulledBytes } from './pulled-bytes.ts';
import { type RowsToWrite, writeRelation } from './write-relation.ts';

export interface ExportWish extends RelationPlace, RowsToWrite {
  fileName: string;
}

/** Writes the rows of a relation to files of the person's choice, or offers them to the page. */
export class TableExports {
  readonly #sessions: Pick<TableSessions, 'use' | 'read'>;
  readonly #saves: FileSaves;

  constructor(sessions: Pick<TableSessions, 'use' | 'read'>, platform: Pick<Platform, 'saveFile'>) {
    this.#sessions = sessions;
    this.#saves = new FileSaves(platform);
  }

  /**
   * Saves the rows that there are when the file begins. What the server has against the filter is said before a place is
   * asked for.
   * @throws AppFailure `not-found`, `database-error`, `database-unreachable`, `file-unusable` for the place, `cancelled`
   * when the signal aborts or the app ends
   */
  async save(wish: ExportWish, signal?: AbortSignal): Promise<SaveOutcome> {
    await this.#try(wish, signal);
    // Of the call alone: a page fetches its download when the call is long over.
    const stop = new AbortController();
    const abort = (): void => stop.abort();
    signal?.addEventListener('abort', abort, { once: true });
    const content = () =>
      pulledBytes((write, end) => {
        const signals = AbortSignal.any([end, stop.signal, this.#saves.signal]);
        return this.#sessions.use(wish, signals, (session) => writeRelation(session, wish, write));
      });
    try {
      const contentType = exportContentTypes[wish.as.format];
      return await this.#saves.save({ fileName: safeFileName(wish.fileName), contentType, content }, signal);
    } finally {
      signal?.removeEventListener('abort', abort);
    }
  }

  /**
   * What a CSV file of these rows is read by, as a person would type it.
   * @throws AppFailure `not-found`, `database-error`, `database-unreachable`
   */
  query(
    { order, filter, ...place }: RelationPlace & Pick<RowsToWrite, 'order' | 'filter'>,
    signal?: AbortSignal,
  ): Promise<{ sql: string }> {
    return this.#sessions.read(place, signal, async (session) => {
      const facts = await readRelationFacts(session, place.relation, null);
      return { sql: exportQuery(facts, { order, filter }, 'csv') };
    });
  }

  /** Breaks off what is being written, and waits until no half file is left. */
  dispose(): Promise<void> {
    return this.#saves.dispose();
  }

  #try(wish: ExportWish, signal: AbortSignal | undefined): Promise<void> {
    return this.#sessions.read(wish, signal, async (session) => {
      const facts = await readRelationFacts(session, wish.relation, null);
      await session.query(`EXPLAIN ${exportQuery(facts, wish, wish.as.format)}`);
    });
  }
}
