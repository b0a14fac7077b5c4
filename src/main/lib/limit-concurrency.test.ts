import { expect, test } from 'vitest';
import { limitConcurrency } from './limit-concurrency.ts';

test('runs all, in order, never more than the limit at a time, past failures', async () => {
  const limited = limitConcurrency(3);
  let running = 0;
  let most = 0;
  const started: number[] = [];
  const results = await Promise.allSettled(
    Array.from({ length: 10 }, (_, index) =>
      limited(async () => {
        started.push(index);
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
        if (index === 2) throw new Error('no');
        return index;
      }),
    ),
  );
  expect(most).toBe(3);
  expect(started).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(results.filter((result) => result.status === 'rejected')).toHaveLength(1);
});
