import { expect, it } from 'vitest';
import { nextPlace } from './next-place.ts';

it.each([
  [{ row: 0, column: 0 }, false, { row: 0, column: 1 }],
  [{ row: 0, column: 2 }, false, { row: 1, column: 0 }],
  [{ row: 9, column: 2 }, false, { row: 0, column: 0 }],
  [{ row: 0, column: 0 }, true, { row: 9, column: 2 }],
  [{ row: 4, column: 0 }, true, { row: 3, column: 2 }],
])('from %j (backwards: %s) comes %j', (from, backwards, next) => {
  expect(nextPlace(from, backwards, { rows: 10, columns: 3 })).toEqual(next);
});
