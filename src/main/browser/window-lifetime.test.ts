import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WindowLifetime } from './window-lifetime.ts';

let isBusy: boolean;
let ends: number;
let lifetime: WindowLifetime;
beforeEach(() => {
  vi.useFakeTimers();
  isBusy = false;
  ends = 0;
  lifetime = new WindowLifetime({
    hasRunningOperations: () => isBusy,
    onEnd: () => {
      ends += 1;
    },
  });
});
afterEach(() => {
  lifetime.dispose();
  vi.useRealTimers();
});

test('ends once, a grace time after the last window', () => {
  lifetime.setPages(1);
  lifetime.windowOpened();
  lifetime.setPages(2);
  lifetime.setPages(1);
  vi.advanceTimersByTime(60_000);
  lifetime.setPages(0);
  vi.advanceTimersByTime(2999);
  expect(ends).toBe(0);
  vi.advanceTimersByTime(1);
  expect(ends).toBe(1);
  vi.advanceTimersByTime(600_000);
  expect(ends).toBe(1);
});

test('a reload does not end it', () => {
  lifetime.windowOpened();
  lifetime.setPages(1);
  lifetime.setPages(0);
  vi.advanceTimersByTime(2000);
  lifetime.setPages(1);
  vi.advanceTimersByTime(600_000);
  expect(ends).toBe(0);
});

test('an operation that runs puts the end off', () => {
  lifetime.windowOpened();
  lifetime.setPages(1);
  isBusy = true;
  lifetime.setPages(0);
  vi.advanceTimersByTime(600_000);
  expect(ends).toBe(0);
  isBusy = false;
  vi.advanceTimersByTime(3000);
  expect(ends).toBe(1);
});

test('windows that we did not open never end it', () => {
  lifetime.windowWanted();
  lifetime.setPages(1);
  lifetime.setPages(0);
  vi.advanceTimersByTime(600_000);
  expect(ends).toBe(0);
});

test('a further window that was asked for gets a minute to appear', () => {
  lifetime.windowOpened();
  lifetime.setPages(1);
  lifetime.setPages(0);
  lifetime.windowWanted();
  vi.advanceTimersByTime(59_999);
  expect(ends).toBe(0);
  vi.advanceTimersByTime(1);
  expect(ends).toBe(1);
});

test('dispose leaves no timer', () => {
  lifetime.windowOpened();
  lifetime.setPages(0);
  lifetime.dispose();
  expect(vi.getTimerCount()).toBe(0);
});
