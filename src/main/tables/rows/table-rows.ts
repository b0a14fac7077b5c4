import type { RelationPlace } from '../../../shared/contract/relations.ts';
import type { PageWish, RowFilter, RowOrder, RowPage } from '../../../shared/contract/table-rows.ts';
import type { SessionQuery } from '../../postgres/console-connection.ts';
import { readRelationFacts } from '../relations/read-relation-facts.ts';
import type { RelationFacts } from '../relations/relation-facts.ts';
import { waitForChange } from '../relations/wait-for-change.ts';
import type { TableSessions } from '../table-sessions.ts';
import { checkIdentity } from './check-identity.ts';
import { countMatching } from './count-matching.ts';
import { estimateRows } from './estimate-rows.ts';
import { inSnapshot } from './in-snapshot.ts';
import { readCell } from './read-cell.ts';
import { readPage } from './read-page.ts';

export interface RowsWish extends RelationPlace {
  identity: string[] | null;
  order: RowOrder;
  filter: RowFilter;
  page: PageWish;
}

export interface CellWish extends RelationPlace {
  identity: string[] | null;
  locator: string;
  column: string;
  offset: number;
}

/**
 * Reads rows of a relation. All of it stops with its signal, on the server too, and throws as `TableSessions.read` does
 * and AppFailure `not-found`.
 */
export class TableRows {
  constructor(private readonly sessions: Pick<TableSessions, 'read'>) {}

  page(wish: RowsWish, signal?: AbortSignal): Promise<RowPage> {
    return this.sessions.read(wish, signal, async (session) => {
      await waitForChange(session, wish.relation);
      return inSnapshot(session, () => readPage(session, wish));
    });
  }

  count(wish: RelationPlace & { filter: RowFilter }, signal?: AbortSignal): Promise<{ count: number }> {
    return this.#read(wish, signal, async (session, facts) => ({
      count: await countMatching(session, facts, wish.filter),
    }));
  }

  estimate(wish: RelationPlace & { filter: RowFilter }, signal?: AbortSignal): Promise<{ count: number }> {
    return this.#read(wish, signal, async (session, facts) => ({
      count: await estimateRows(session, facts, wish.filter),
    }));
  }

  cell(wish: CellWish, signal?: AbortSignal): Promise<{ text: string | null; nextOffset: number | null }> {
    return this.#read(wish, signal, (session, facts) => readCell(session, facts, wish));
  }

  checkIdentity(
    wish: RelationPlace & { columns: string[] },
    signal?: AbortSignal,
  ): Promise<{ duplicates: number; nulls: number }> {
    return this.#read(wish, signal, (session, facts) => checkIdentity(session, facts, wish.columns));
  }

  #read<T>(
    wish: RelationPlace & { identity?: string[] | null },
    signal: AbortSignal | undefined,
    work: (session: SessionQuery, facts: RelationFacts) => Promise<T>,
  ): Promise<T> {
    return this.sessions.read(wish, signal, async (session) =>
      work(session, await readRelationFacts(session, wish.relation, wish.identity ?? null)),
    );
  }
}
