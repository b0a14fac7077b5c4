import { expect, test } from 'vitest';
import type { Clock } from './clock.ts';
import { retryUntil } from './retry-until.ts';

/** A clock whose sleeps pass at once. */
function quickClock(): Clock & { sleptMs: number[] } {
  let nowMs = 0;
  const sleptMs: number[] = [];
  return {
    sleptMs,
    nowMs: () => nowMs,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      sleptMs.push(ms);
      nowMs += ms;
    },
  };
}

const options = { deadlineMs: 100, everyMs: 30, failure: () => new Error('too late') };

test.each([
  ['the first answer counts', ['yes'], 'yes', 0],
  ['asks until there is one', [null, undefined, false, 'late'], 'late', 3],
  ['zero and the empty string are answers', [0], 0, 0],
])('%s', async (_name, answers, expected, sleeps) => {
  const clock = quickClock();
  const left = [...answers];
  expect(await retryUntil(() => left.shift(), { ...options, clock })).toBe(expected);
  expect(clock.sleptMs).toHaveLength(sleeps);
});

test('gives up at the deadline with the failure it was given', async () => {
  const clock = quickClock();
  const waiting = retryUntil(() => null, { ...options, clock });
  await expect(waiting).rejects.toThrow('too late');
  expect(clock.sleptMs).toEqual([30, 30, 30]);
});

test('what the attempt throws ends the waiting', async () => {
  const attempt = (): never => {
    throw new Error('no such thing');
  };
  await expect(retryUntil(attempt, options)).rejects.toThrow('no such thing');
});

test('an aborted signal ends the waiting', async () => {
  const stop = new AbortController();
  const reason = new Error('stopped');
  const waiting = retryUntil(
    () => {
      stop.abort(reason);
      return null;
    },
    { ...options, signal: stop.signal },
  );
  await expect(waiting).rejects.toThrow();
});
