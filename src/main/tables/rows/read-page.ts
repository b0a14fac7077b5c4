import type { RelationName } from '../../../shared/contract/relations.ts';
import type { PageWish, RowFilter, RowOrder, RowPage } from '../../../shared/contract/table-rows.ts';
import type { SessionQuery } from '../../postgres/console-connection.ts';
import { readRelationFacts } from '../relations/read-relation-facts.ts';
import { type FetchedPage, fetchPage } from './fetch-page.ts';
import type { RowSource } from './fetch-rows.ts';
import { orderedKey } from './ordered-key.ts';
import { cursorPurpose, type PagePlace, writeCursor } from './page-cursor.ts';
import { pageSql } from './page-sql.ts';
import { type PageStart, pageStart } from './page-start.ts';
import { writeLocator } from './row-locator.ts';
import { type RowOrdering, rowOrdering } from './row-ordering.ts';
import { storedBlocks } from './stored-blocks.ts';

interface RowsOf {
  relation: RelationName;
  identity: string[] | null;
  order: RowOrder;
  filter: RowFilter;
  page: PageWish;
}

/**
 * Reads one page of a relation, within a transaction that sees one state of it.
 * @throws ServerFailure, AppFailure `not-found`, `database-error` (of the order, the filter, the cursor)
 */
export async function readPage(session: Pick<SessionQuery, 'query'>, wish: RowsOf): Promise<RowPage> {
  const began = performance.now();
  const { filter } = wish;
  const facts = await readRelationFacts(session, wish.relation, wish.identity);
  const isProven = facts.relation.identity?.source !== 'picked' && orderedKey(facts.relation) !== null;
  const blocks = isProven ? null : await storedBlocks(session, facts);
  const ordering = rowOrdering(facts, wish.order, blocks);
  const places = ordering.sequence === 'stored' ? null : ordering.columns;
  const purpose = cursorPurpose([facts.oid, ordering.sequence, places, filter]);
  const wished = pageStart(wish.page, purpose);
  const source = { session, facts, filter, hasPlace: blocks !== null };
  const { page, start } = await fetchSomePage(source, ordering, wished);
  const write = (place: PagePlace | null) => (place === null ? null : writeCursor(place, purpose));
  return {
    rows: page.rows.map(({ cells, version, key, place }) => ({
      ...{ cells, version, locator: writeLocator({ key, place }) },
    })),
    ...{ before: write(page.before), after: write(page.after), sequence: ordering.sequence },
    sql: pageSql(facts, filter, { ordering, start, offset: page.offset }),
    fingerprint: facts.relation.fingerprint,
    durationMs: performance.now() - began,
  };
}

/** Rows that were behind the place may be gone: then it is the page at that end. */
async function fetchSomePage(
  source: RowSource,
  ordering: RowOrdering,
  start: PageStart,
): Promise<{ page: FetchedPage; start: PageStart }> {
  const page = await fetchPage(source, ordering, start);
  if (page.rows.length > 0 || start.from === null) return { page, start };
  const atEnd = { backwards: !start.backwards, from: null };
  return { page: await fetchPage(source, ordering, atEnd), start: atEnd };
}
