import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ConsoleConnection } from '../postgres/console-connection.ts';
import { type HeldSession, IdleSessions } from './idle-sessions.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A session of which only the closing is looked at. */
class Watched implements HeldSession {
  ended: HeldSession['ended'] = null;
  closed = false;
  release = (): void => undefined;
  readonly connection: ConsoleConnection;

  constructor(closesAtOnce = true) {
    const held = new Promise<void>((resolve) => {
      this.release = resolve;
    });
    const dispose = async (): Promise<void> => {
      this.closed = true;
      if (!closesAtOnce) await held;
    };
    const unused = (): never => {
      throw new Error('not asked');
    };
    this.connection = {
      ...{ database: '', user: '', serverVersionNumber: 0, serverVersion: '', backendPid: 0 },
      ...{ transaction: 'idle', parameter: unused, query: unused, run: unused, cancel: unused, dispose },
    };
  }
}

test('lends the one that was put last, to one taker only, by its key', () => {
  const idle = new IdleSessions();
  const [first, second, other] = [new Watched(), new Watched(), new Watched()];
  idle.put('a', first);
  idle.put('a', second);
  idle.put('b', other);
  expect([idle.take('a'), idle.take('a'), idle.take('a')]).toEqual([second, first, null]);
  expect(idle.take('b')).toBe(other);
});

test('closes what nobody takes for four seconds, and leaves alone what was taken', () => {
  const idle = new IdleSessions();
  const [left, taken] = [new Watched(), new Watched()];
  idle.put('a', left);
  idle.put('b', taken);
  vi.advanceTimersByTime(3999);
  expect(left.closed).toBe(false);
  idle.take('b');
  vi.advanceTimersByTime(1);
  expect([left.closed, taken.closed]).toEqual([true, false]);
  expect(idle.take('a')).toBe(null);
  expect(vi.getTimerCount()).toBe(0);
});

test('keeps four at most, and lets go of the longest idle', () => {
  const idle = new IdleSessions();
  const all = Array.from({ length: 5 }, () => new Watched());
  for (const session of all) idle.put('a', session);
  expect(all.map(({ closed }) => closed)).toEqual([true, false, false, false, false]);
});

test('neither lends nor keeps what its server ended', () => {
  const idle = new IdleSessions();
  const [before, after] = [new Watched(), new Watched()];
  before.ended = { error: null };
  idle.put('a', before);
  idle.put('a', after);
  after.ended = { error: null };
  expect(idle.take('b')).toBe(null);
  expect([before.closed, after.closed]).toEqual([true, true]);
});

test('waits at its end for all that are closing, and closes what comes later', async () => {
  const idle = new IdleSessions();
  const [slow, kept, late] = [new Watched(false), new Watched(), new Watched()];
  idle.put('a', slow);
  vi.advanceTimersByTime(4000);
  idle.put('a', kept);
  let isOver = false;
  const end = idle.dispose().then(() => {
    isOver = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  expect([slow.closed, kept.closed, isOver]).toEqual([true, true, false]);
  slow.release();
  await end;
  idle.put('a', late);
  expect([late.closed, idle.take('a'), vi.getTimerCount()]).toEqual([true, null, 0]);
});
