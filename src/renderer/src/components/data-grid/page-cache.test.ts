import { describe, expect, it } from 'vitest';
import type { GridRow } from './grid-source.ts';
import { PageCache } from './page-cache.ts';

interface Call {
  from: number;
  count: number;
  signal: AbortSignal;
  answer: (rows: readonly GridRow[]) => Promise<void>;
  fail: (cause: Error) => Promise<void>;
}

const rowsFrom = (from: number, count: number): GridRow[] =>
  Array.from({ length: count }, (_, offset) => [String(from + offset)]);

function bench(rowCount: number, limits: { limitBytes?: number; mostAtOnce?: number } = {}) {
  const calls: Call[] = [];
  const cache = new PageCache({
    pageRows: 100,
    limitBytes: limits.limitBytes ?? 1_000_000,
    mostAtOnce: limits.mostAtOnce ?? 2,
    read: (from, count, signal) =>
      new Promise((resolve, reject) => {
        const settled = async (settle: () => void) => {
          settle();
          await Promise.resolve();
          await Promise.resolve();
        };
        calls.push({
          from,
          count,
          signal,
          answer: (rows) => settled(() => resolve(rows)),
          fail: (cause) => settled(() => reject(cause)),
        });
      }),
  });
  cache.setRowCount(rowCount);
  const answerAll = async () => {
    for (let done = 0; done < calls.length; done += 1) {
      const call = calls[done];
      if (call !== undefined && !call.signal.aborted) await call.answer(rowsFrom(call.from, call.count));
    }
  };
  return { cache, calls, answerAll, open: () => calls.filter(({ signal }) => !signal.aborted) };
}

describe('PageCache', () => {
  it('reads the page in sight once, and answers its rows', async () => {
    const { cache, calls, answerAll } = bench(1000);
    cache.show(110, 130);
    cache.show(110, 130);
    expect(calls.map(({ from, count }) => [from, count])).toEqual([
      [100, 100],
      [0, 100],
    ]);
    expect(cache.rowAt(110)).toBeUndefined();
    await answerAll();
    expect(cache.rowAt(110)).toEqual(['110']);
    cache.show(110, 130);
    expect(calls).toHaveLength(2);
  });

  it('reads no further than the last row', () => {
    const { cache, calls } = bench(130);
    cache.show(100, 150);
    expect(calls[0]).toMatchObject({ from: 100, count: 30 });
  });

  it('gives up what is out of sight for what is in sight', () => {
    const { cache, calls, open } = bench(100_000);
    cache.show(0, 30);
    cache.show(50_010, 50_030);
    cache.show(90_110, 90_130);
    expect(open().map(({ from }) => from)).toEqual([90_100, 90_000]);
    expect(calls[0]?.signal.aborted).toBe(true);
  });

  it('lets what is in sight come one after the other', async () => {
    const { cache, calls } = bench(100_000, { mostAtOnce: 1 });
    cache.show(480, 520);
    expect(calls.map(({ from }) => from)).toEqual([400]);
    await calls[0]?.answer(rowsFrom(400, 100));
    expect(calls.map(({ from, signal }) => [from, signal.aborted])).toEqual([
      [400, false],
      [500, false],
    ]);
  });

  it('reads the rest of a page of large rows', async () => {
    const { cache, calls } = bench(100);
    cache.show(0, 30);
    await calls[0]?.answer(rowsFrom(0, 7));
    expect(calls[1]).toMatchObject({ from: 7, count: 93 });
    expect(cache.rowAt(6)).toEqual(['6']);
    await calls[1]?.answer(rowsFrom(7, 93));
    expect(cache.rowAt(99)).toEqual(['99']);
  });

  it('reads on when the result grows, only what is new', async () => {
    const { cache, calls, answerAll } = bench(20);
    cache.show(0, 30);
    await answerAll();
    cache.setRowCount(50);
    expect(calls[1]).toMatchObject({ from: 20, count: 30 });
    await calls[1]?.answer(rowsFrom(20, 30));
    expect(cache.rowAt(49)).toEqual(['49']);
  });

  it('keeps no more than its limit, and what is in sight', async () => {
    const { cache, answerAll } = bench(100_000, { limitBytes: 30_000 });
    for (const first of [0, 5_000, 10_000, 15_000]) {
      cache.show(first + 65, first + 70);
      await answerAll();
    }
    expect(cache.rowAt(15_065)).toEqual(['15065']);
    expect(cache.rowAt(65)).toBeUndefined();
  });

  it('keeps what is in sight even beyond its limit', async () => {
    const { cache, answerAll } = bench(100_000, { limitBytes: 1 });
    cache.show(480, 520);
    await answerAll();
    expect([cache.rowAt(480), cache.rowAt(520)]).toEqual([['480'], ['520']]);
  });

  it('stops at a failure until it is told to go on', async () => {
    const { cache, calls } = bench(100);
    let told = 0;
    cache.subscribe(() => {
      told += 1;
    });
    cache.show(0, 10);
    await calls[0]?.fail(new Error('gone'));
    expect(cache.failure).toEqual(new Error('gone'));
    expect(told).toBe(1);
    cache.show(0, 20);
    expect(calls).toHaveLength(1);
    cache.retry();
    expect(calls).toHaveLength(2);
    expect(cache.failure).toBeNull();
  });

  it('takes an empty answer for a failure instead of asking for ever', async () => {
    const { cache, calls } = bench(100);
    cache.show(0, 10);
    await calls[0]?.answer([]);
    expect(cache.failure).toBeInstanceOf(Error);
    expect(calls).toHaveLength(1);
  });

  it('stops reading when it is disposed of', async () => {
    const { cache, calls } = bench(100);
    cache.show(0, 10);
    cache.dispose();
    expect(calls[0]?.signal.aborted).toBe(true);
    await calls[0]?.answer(rowsFrom(0, 100));
    expect(cache.rowAt(0)).toBeUndefined();
  });
});
