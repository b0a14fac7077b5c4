import { expect, test } from 'vitest';
import { backoffMs } from './backoff.ts';

test.each([
  [1, 125, 250],
  [2, 250, 500],
  [5, 2_000, 4_000],
  [50, 2_000, 4_000],
])('failure %i waits %i to %i ms', (failures, shortestMs, longestMs) => {
  expect(backoffMs(failures, () => 0)).toBe(shortestMs);
  expect(backoffMs(failures, () => 1)).toBe(longestMs);
});
