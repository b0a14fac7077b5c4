import { getEventListeners } from 'node:events';
import { describe, expect, test } from 'vitest';
import { Bell } from './bell.ts';

describe('a bell', () => {
  test('wakes who waits', async () => {
    const bell = new Bell();
    const wait = bell.wait();
    bell.ring();
    await wait;
  });

  test('wakes who comes after the ring, once', async () => {
    const bell = new Bell();
    bell.ring();
    await bell.wait();
    expect(await Promise.race([bell.wait().then(() => 'woken'), Promise.resolve('asleep')])).toBe('asleep');
  });

  test('forgets a ring that was taken back', async () => {
    const bell = new Bell();
    bell.ring();
    bell.hush();
    expect(await Promise.race([bell.wait().then(() => 'woken'), Promise.resolve('asleep')])).toBe('asleep');
  });

  test('ends with the timeout and with the signal, and leaves no listener', async () => {
    const bell = new Bell();
    const controller = new AbortController();
    await bell.wait({ timeoutMs: 1, signal: controller.signal });
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
    const wait = bell.wait({ signal: controller.signal });
    controller.abort();
    await wait;
    await bell.wait({ signal: controller.signal });
  });
});
