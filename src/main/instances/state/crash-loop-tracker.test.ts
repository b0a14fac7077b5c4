import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeInspect } from '../fake-inspect.test-support.ts';
import { CrashLoopTracker } from './crash-loop-tracker.ts';

const onChange = vi.fn();
let tracker: CrashLoopTracker;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-01-01T12:00:00Z') });
  onChange.mockReset();
  tracker = new CrashLoopTracker(onChange);
});
afterEach(() => {
  tracker.dispose();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

const running = (restartCount: number, startedAt = new Date().toISOString()) =>
  fakeInspect({ restartCount, state: { StartedAt: startedAt } });

test('three restarts within a minute are a loop, also while it answers, and a quiet minute ends it', () => {
  for (const count of [0, 1, 2, 3]) {
    tracker.observe(running(count));
    vi.advanceTimersByTime(5000);
  }
  expect(tracker.isLooping(running(3), true)).toBe(true);
  expect(onChange).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(onChange).toHaveBeenCalledTimes(1);
  expect(tracker.isLooping(running(3), true)).toBe(false);
});

test('restarts far apart are none', () => {
  for (const count of [0, 1, 2, 3, 4]) {
    tracker.observe(running(count));
    vi.advanceTimersByTime(45_000);
  }
  expect(tracker.isLooping(running(4), true)).toBe(false);
});

test('a loop that slowed down stays one while the server never gets ready', () => {
  const waiting = fakeInspect({
    restartCount: 12,
    state: { Status: 'restarting', Restarting: true, Running: true },
  });
  tracker.observe(waiting);
  vi.advanceTimersByTime(300_000);
  expect(tracker.isLooping(waiting, null)).toBe(true);
  expect(tracker.isLooping(running(12), false)).toBe(true);
});

test('old restarts of a container that runs well do not count', () => {
  const calm = running(7, '2026-01-01T10:00:00Z');
  tracker.observe(calm);
  expect(tracker.isLooping(calm, true)).toBe(false);
});

test('a start by hand begins to count anew', () => {
  for (const count of [0, 1, 2, 0, 1]) tracker.observe(running(count));
  expect(tracker.isLooping(running(1), true)).toBe(false);
  for (const count of [2, 3]) tracker.observe(running(count));
  expect(tracker.isLooping(running(3), true)).toBe(true);
  tracker.retain(new Set());
  expect(tracker.isLooping(running(3), true)).toBe(false);
});
