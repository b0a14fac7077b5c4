import type { KeyboardEvent } from 'react';
import { firstPage, type PagePlace } from '../../../stores/table-view-store.ts';
import type { ShownPage } from '../rows/use-rows.ts';
import { lastPage, nextPage, previousPage } from './page-place.ts';

type Move = 'first' | 'previous' | 'next' | 'last';

/** Where each way between pages leads; null: nowhere. */
export type PageMoves = Readonly<Record<Move, PagePlace | null>>;

export function pageMoves(shown: ShownPage | null): PageMoves {
  if (shown === null) return { first: null, previous: null, next: null, last: null };
  const { at, page } = shown;
  return {
    first: page.before === null ? null : firstPage,
    previous: previousPage(at, page),
    next: nextPage(at, page),
    last: page.after === null ? null : lastPage,
  };
}

/** Alt+PageUp and Alt+PageDown, with Shift to the ends; null: another key. */
export function moveOfKey({ key, altKey, shiftKey, ctrlKey }: KeyboardEvent): Move | null {
  if (!altKey || ctrlKey) return null;
  if (key === 'PageUp') return shiftKey ? 'first' : 'previous';
  if (key === 'PageDown') return shiftKey ? 'last' : 'next';
  return null;
}
