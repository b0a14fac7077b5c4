import { describe, expect, it } from 'vitest';
import { firstPage, type PagePlace } from '../../../stores/table-view-store.ts';
import { lastPage, nextPage, previousPage, rowPosition } from './page-place.ts';

/** Pages of 3 rows of 8, as a server would answer them. */
const pageAt = (from: number, to: number) => ({
  rows: Array.from({ length: to - from + 1 }),
  before: from > 1 ? `before ${from}` : null,
  after: to < 8 ? `after ${to}` : null,
});

describe('rowPosition', () => {
  it('counts from the first row on', () => {
    const second = nextPage(firstPage, pageAt(1, 3));
    expect(second?.wish).toEqual({ at: 'after', cursor: 'after 3' });
    expect(rowPosition(second ?? firstPage, pageAt(4, 6))).toEqual({
      first: 4,
      last: 6,
      after: null,
      total: null,
    });
    const back = previousPage(second ?? firstPage, pageAt(4, 6));
    expect(back?.wish).toEqual({ at: 'before', cursor: 'before 4' });
    expect(rowPosition(back ?? firstPage, pageAt(1, 3))).toMatchObject({ first: 1, last: 3 });
  });

  it('knows how many there are once it came to the end', () => {
    const second = nextPage(firstPage, pageAt(1, 3)) ?? firstPage;
    const third = nextPage(second, pageAt(4, 6)) ?? firstPage;
    expect(rowPosition(third, pageAt(7, 8))).toEqual({ first: 7, last: 8, after: 0, total: 8 });
    expect(rowPosition(firstPage, pageAt(1, 8))).toEqual({ first: 1, last: 8, after: 0, total: 8 });
    expect(nextPage(third, pageAt(7, 8))).toBeNull();
  });

  it('counts from the last row back, and from there on again', () => {
    expect(rowPosition(lastPage, pageAt(6, 8))).toEqual({ first: null, last: null, after: 0, total: null });
    const before = previousPage(lastPage, pageAt(6, 8)) ?? lastPage;
    expect(rowPosition(before, pageAt(3, 5))).toMatchObject({ first: null, after: 3 });
    const on = nextPage(before, pageAt(3, 5)) ?? lastPage;
    expect(rowPosition(on, pageAt(6, 8))).toMatchObject({ after: 0 });
    const start: PagePlace = previousPage(before, pageAt(3, 5)) ?? lastPage;
    expect(rowPosition(start, pageAt(1, 2))).toEqual({ first: 1, last: 2, after: 6, total: 8 });
    expect(previousPage(start, pageAt(1, 2))).toBeNull();
  });

  it('is none where there are no rows', () => {
    expect(rowPosition(firstPage, { rows: [], before: null, after: null })).toEqual({
      first: 1,
      last: 0,
      after: 0,
      total: 0,
    });
  });
});
