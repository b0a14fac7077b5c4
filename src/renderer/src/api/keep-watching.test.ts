import { describe, expect, it } from 'vitest';
import { keepWatching } from './keep-watching.ts';

async function* values<T>(items: readonly T[], failure?: Error): AsyncGenerator<T> {
  yield* items;
  if (failure !== undefined) throw failure;
}

describe('keepWatching', () => {
  it('opens the stream again after it ended and after it failed, until it is told to stop', async () => {
    const life = new AbortController();
    const seen: number[] = [];
    const streams = [
      () => Promise.resolve(values([1, 2])),
      () => Promise.resolve(values([3], new Error('cut'))),
      () => Promise.reject(new Error('no connection')),
      () => Promise.resolve(values([4])),
    ];
    let opened = 0;
    await keepWatching(
      () => {
        const open = streams[opened] ?? (() => Promise.resolve(values<number>([])));
        opened += 1;
        return open();
      },
      (value) => {
        seen.push(value);
        if (value === 4) life.abort();
      },
      life.signal,
    );
    expect(seen).toEqual([1, 2, 3, 4]);
    expect(opened).toBe(4);
  });

  it('does not wait out its pause when it is told to stop', async () => {
    const life = new AbortController();
    const watching = keepWatching(
      () => Promise.reject(new Error('down')),
      () => {},
      life.signal,
    );
    life.abort();
    await watching;
  });
});
