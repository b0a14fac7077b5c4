import { fetchByKey } from './fetch-by-key.ts';
import { fetchByOffset } from './fetch-by-offset.ts';
import type { FetchedRow, RowSource } from './fetch-rows.ts';
import { fetchStored } from './fetch-stored.ts';
import type { OrderColumn } from './order-column.ts';
import type { PagePlace } from './page-cursor.ts';
import { type PageStart, pageRows } from './page-start.ts';
import type { RowOrdering } from './row-ordering.ts';
import { wholeValues } from './whole-values.ts';

export interface FetchedPage {
  /** In order, at most a page. */
  rows: FetchedRow[];
  /** Null: no row comes before, or after. */
  before: PagePlace | null;
  after: PagePlace | null;
  /** Rows that were counted off before the first; 0 where places are known otherwise. */
  offset: number;
}

type PlaceOf = (row: FetchedRow) => Promise<PagePlace> | PagePlace;

/**
 * Reads one page. `start` is one of this ordering.
 * @throws ServerFailure, AppFailure of the filter
 */
export function fetchPage(source: RowSource, ordering: RowOrdering, start: PageStart): Promise<FetchedPage> {
  switch (ordering.sequence) {
    case 'key':
      return keyPage(source, ordering.columns, start);
    case 'stored':
      return storedPage(source, ordering.blocks, start);
    case 'none':
      return offsetPage(source, ordering.columns, start);
  }
}

async function keyPage(source: RowSource, columns: OrderColumn[], start: PageStart): Promise<FetchedPage> {
  const { backwards, from } = start;
  const values = from?.in === 'key' ? from.values : null;
  const rows = await fetchByKey(source, columns, { backwards, values, limit: pageRows + 1 });
  return toPage(rows, start, async (row) => ({
    in: 'key',
    values: await wholeValues(source.session, source.facts, row, columns),
  }));
}

async function storedPage(source: RowSource, blocks: number, start: PageStart): Promise<FetchedPage> {
  const { backwards, from } = start;
  const ctid = from?.in === 'stored' ? from.ctid : null;
  const rows = await fetchStored(source, { backwards, ctid, blocks, limit: pageRows + 1 });
  return toPage(rows, start, ({ place }) => ({ in: 'stored', ctid: place?.ctid ?? '' }));
}

/** `fetched` goes one row beyond the page if there is one. */
async function toPage(fetched: FetchedRow[], start: PageStart, placeOf: PlaceOf): Promise<FetchedPage> {
  const { backwards, from } = start;
  const rows = fetched.slice(0, pageRows);
  if (backwards) rows.reverse();
  const goesOn = fetched.length > pageRows;
  const [hasBefore, hasAfter] = backwards ? [goesOn, from !== null] : [from !== null, goesOn];
  const first = rows[0];
  const last = rows.at(-1);
  return {
    rows,
    before: hasBefore && first !== undefined ? await placeOf(first) : null,
    after: hasAfter && last !== undefined ? await placeOf(last) : null,
    offset: 0,
  };
}

async function offsetPage(source: RowSource, order: OrderColumn[], start: PageStart): Promise<FetchedPage> {
  const { backwards, from } = start;
  const wished = from?.in === 'none' ? from.offset : backwards ? null : 0;
  const { rows, offset } = await fetchByOffset(source, order, wished);
  const at = (place: number): PagePlace => ({ in: 'none', offset: place });
  return {
    rows: rows.slice(0, pageRows),
    before: offset > 0 ? at(Math.max(0, offset - pageRows)) : null,
    after: rows.length > pageRows ? at(offset + pageRows) : null,
    offset,
  };
}
