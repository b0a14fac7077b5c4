import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { coalesce } from './coalesce.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test.each([
  ['one request', [0], [0]],
  ['two at once', [0, 0], [0, 50]],
  ['many in one interval', [0, 10, 20, 30, 49], [0, 50]],
  ['a steady flow', [0, 20, 40, 60, 80, 100, 120], [0, 50, 100, 150]],
  ['quiet in between', [0, 200], [0, 200]],
  ['within the interval after a trailing run', [0, 10, 60], [0, 50, 100]],
])('%s', (_name, requestsAtMs, expectedRunsAtMs) => {
  const startMs = Date.now();
  const runsAtMs: number[] = [];
  const coalesced = coalesce(() => runsAtMs.push(Date.now() - startMs), 50);
  for (const atMs of requestsAtMs) {
    vi.advanceTimersByTime(startMs + atMs - Date.now());
    coalesced.request();
  }
  vi.runAllTimers();
  expect(runsAtMs).toEqual(expectedRunsAtMs);
});

test('dispose takes back what has not run and leaves no timer', () => {
  let runs = 0;
  const coalesced = coalesce(() => {
    runs += 1;
  }, 50);
  coalesced.request();
  coalesced.request();
  coalesced.dispose();
  expect(vi.getTimerCount()).toBe(0);
  expect(runs).toBe(1);
});

test('a request from within the run is for the next one', () => {
  let runs = 0;
  const coalesced = coalesce(() => {
    runs += 1;
    if (runs === 1) coalesced.request();
  }, 50);
  coalesced.request();
  expect(runs).toBe(1);
  vi.runAllTimers();
  expect(runs).toBe(2);
});
