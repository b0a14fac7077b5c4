import type { RowPage } from '../../../../../shared/contract/table-rows.ts';
import type { PagePlace } from '../../../stores/table-view-store.ts';

type Page = Pick<RowPage, 'before' | 'after'> & { rows: readonly unknown[] };

/** Where the rows of a page stand among all of them, as far as the way there tells. Counted from 1. */
export interface RowPosition {
  first: number | null;
  last: number | null;
  /** How many rows follow. */
  after: number | null;
  /** How many there are; null: it cannot be told from here. */
  total: number | null;
}

export const lastPage: PagePlace = { wish: { at: 'last' }, anchor: { end: 'last', rows: 0 } };

export function rowPosition({ wish, anchor }: PagePlace, page: Page): RowPosition {
  const count = page.rows.length;
  const beginsAtAnchor = wish.at === 'first' || wish.at === 'after';
  const before =
    page.before === null ? 0 : anchor.end === 'first' ? anchor.rows - (beginsAtAnchor ? 0 : count) : null;
  const after =
    page.after === null ? 0 : anchor.end === 'last' ? anchor.rows - (beginsAtAnchor ? count : 0) : null;
  return {
    first: before === null ? null : before + 1,
    last: before === null ? null : before + count,
    after,
    total: before === null || after === null ? null : before + count + after,
  };
}

/** The page that follows; null: there is none. */
export function nextPage(at: PagePlace, page: Page): PagePlace | null {
  if (page.after === null) return null;
  const { last, after } = rowPosition(at, page);
  return {
    wish: { at: 'after', cursor: page.after },
    anchor: last === null ? { end: 'last', rows: after ?? 0 } : { end: 'first', rows: last },
  };
}

/** The page before; null: there is none. */
export function previousPage(at: PagePlace, page: Page): PagePlace | null {
  if (page.before === null) return null;
  const { first, after } = rowPosition(at, page);
  return {
    wish: { at: 'before', cursor: page.before },
    anchor:
      first === null
        ? { end: 'last', rows: (after ?? 0) + page.rows.length }
        : { end: 'first', rows: first - 1 },
  };
}
