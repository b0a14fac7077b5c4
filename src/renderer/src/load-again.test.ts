import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { loadAgain } from './load-again.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const failing = (failures: number) => {
  let calls = 0;
  return () => {
    calls += 1;
    return calls <= failures ? Promise.reject(new Error(`failure ${calls}`)) : Promise.resolve(calls);
  };
};

it('fetches again until it succeeds', async () => {
  const loaded = loadAgain(failing(3));
  await vi.runAllTimersAsync();
  expect(await loaded).toBe(4);
});

it('gives up with the last failure', async () => {
  const loaded = expect(loadAgain(failing(9))).rejects.toThrow('failure 4');
  await vi.runAllTimersAsync();
  await loaded;
});
