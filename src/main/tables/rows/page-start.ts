import type { PageWish } from '../../../shared/contract/table-rows.ts';
import { type PagePlace, readCursor } from './page-cursor.ts';

/** Where a page is read from; null `from`: the first row or, backwards, the last. */
export interface PageStart {
  backwards: boolean;
  from: PagePlace | null;
}

/** A row more than these tells that there is one. */
export const pageRows = 300;

/** @throws AppFailure `database-error` for a cursor of another purpose */
export function pageStart(wish: PageWish, purpose: string): PageStart {
  const backwards = wish.at === 'last' || wish.at === 'before';
  return { backwards, from: 'cursor' in wish ? readCursor(wish.cursor, purpose) : null };
}
