import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSilentLogger } from '../lib/logger.ts';
import { readPage } from './read-page.ts';
import { ResultStore } from './result-store.ts';
import { encodeRowFrame } from './row-frame.ts';
import { newResult, storeRows, tinyMemory, withStore } from './store-under-test.test-support.ts';

const frame = encodeRowFrame(['x'.repeat(93)]);
const megabyte = Buffer.concat(Array.from({ length: 10_000 }, () => frame));

test('few rows make no file, many do, readable by the owner only, gone with the results', async () => {
  await withStore({ memoryBytes: 64 * 1024, diskBytes: 1024 ** 3 }, async (store, dir) => {
    const small = await storeRows(store, [['a'], ['b']]);
    expect(await readdir(dir)).toEqual([]);
    const large = await storeRows(
      store,
      Array.from({ length: 5000 }, (_, row) => [`row ${row}`]),
      { consoleId: 'other' },
    );
    const [file = ''] = await readdir(dir);
    expect(file).toBe(`${large.id}.rows`);
    const { mode, size } = await stat(join(dir, file));
    expect([mode & 0o777, size]).toEqual([0o600, large.info().sizeBytes]);
    expect((await stat(dir)).mode & 0o077).toBe(0);
    await store.release('other');
    expect(await readdir(dir)).toEqual([]);
    expect(store.infos('console').map(({ id }) => id)).toEqual([small.id]);
    await expect(readPage(large, { from: 0, count: 1 })).rejects.toMatchObject({
      appError: { code: 'not-found', kind: 'result', name: large.id },
    });
    expect(() => store.info(large.id)).toThrow(
      expect.objectContaining({ appError: { code: 'not-found', kind: 'result', name: large.id } }),
    );
  });
});

test('what a killed app left is removed, what is not its own stays', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'howdah-results-'));
  await writeFile(join(dir, 'left.rows'), 'rows');
  await writeFile(join(dir, 'notes.txt'), 'mine');
  const store = await ResultStore.open({ dir, log: createSilentLogger() });
  expect(await readdir(dir)).toEqual(['notes.txt']);
  await store.dispose();
  await rm(dir, { recursive: true });
});

test('a writer is held back until the disk took what waits', async () => {
  await withStore({ memoryBytes: 1024 ** 2, diskBytes: 1024 ** 3 }, async (store) => {
    const writer = store.create(newResult());
    const held = writer.rows(Buffer.from(megabyte), 10_000);
    expect(held).toBeInstanceOf(Promise);
    await held;
    expect(writer.rows(frame, 1)).toBeUndefined();
    expect(writer.info().rowCount).toBe(10_001);
  });
});

test('rows that are let go of while a writer waits hold nobody', async () => {
  await withStore({ memoryBytes: 1024 ** 2, diskBytes: 1024 ** 3 }, async (store, dir) => {
    const writer = store.create(newResult());
    const held = writer.rows(Buffer.from(megabyte), 10_000);
    await store.release('console');
    await held;
    await writer.rows(Buffer.from(megabyte), 10_000);
    await writer.finish({ state: 'cancelled' });
    expect(await readdir(dir)).toEqual([]);
  });
});

test('a result stops at its limit, unless all of it is wanted', async () => {
  const limits = { memoryBytes: 4096, diskBytes: 1000 };
  await withStore(limits, async (store) => {
    const writer = store.create(newResult());
    for (let row = 0; row < 12; row += 1) await writer.rows(frame, 1);
    await writer.full;
    await writer.finish({ state: 'complete', command: 'SELECT 12' });
    expect(writer.info()).toMatchObject({
      state: 'capped',
      capped: { limit: 'disk', bytes: 1000 },
      rowCount: 9,
      sizeBytes: 9 * frame.length,
      command: null,
    });
    const whole = store.create(newResult({ whole: true }));
    for (let row = 0; row < 12; row += 1) await whole.rows(frame, 1);
    await whole.finish({ state: 'complete', command: 'SELECT 12' });
    expect(whole.info()).toMatchObject({ state: 'complete', capped: null, rowCount: 12 });
  });
});

test('all results share the disk, and give it back', async () => {
  const limits = { memoryBytes: 4096, diskBytes: 1024 ** 3, totalDiskBytes: frame.length * 3 };
  await withStore(limits, async (store) => {
    const one = store.create(newResult({ consoleId: 'one' }));
    const other = store.create(newResult({ consoleId: 'other' }));
    for (const writer of [one, one, other, other, one]) await writer.rows(frame, 1);
    await Promise.all([one.full, other.full]);
    expect(one.info().capped).toEqual({ limit: 'disk', bytes: 2 * frame.length });
    await store.release('one');
    const later = store.create(newResult({ consoleId: 'one' }));
    for (const _ of [1, 2]) await later.rows(frame, 1);
    expect(later.info()).toMatchObject({ capped: null, rowCount: 2 });
  });
});

test('a file that cannot be made is told, and what came is kept', async () => {
  await withStore({ memoryBytes: 64 * 1024, diskBytes: 1024 ** 3 }, async (store, dir) => {
    await rm(dir, { recursive: true });
    const writer = store.create(newResult());
    for (let row = 0; row < 200; row += 1) await writer.rows(frame, 1);
    await writer.full;
    await writer.finish({ state: 'complete', command: 'SELECT 200' });
    const { state, capped, rowCount } = writer.info();
    expect([state, capped?.limit]).toEqual(['capped', 'disk-failed']);
    expect((await readPage(store.get(writer.id), { from: 0, count: 500 })).rows).toHaveLength(rowCount);
    await writer.rows(frame, 1);
    expect(writer.info().rowCount).toBe(rowCount);
    await store.dispose();
    await mkdir(dir);
  });
});

test('rows of Howdah itself, footers, times and every end', async () => {
  await withStore(tinyMemory, async (store) => {
    const columns = newResult().columns;
    const made = store.create(
      newResult({ title: 'List of relations', startedAtMs: performance.now() - 1000 }),
    );
    expect(made.info()).toMatchObject({ state: 'running', firstRowMs: null, durationMs: null, columns });
    await made.append([['a'], [null], ['']]);
    await made.finish({ state: 'complete', command: '', footers: ['(3 rows)'] });
    await made.finish({ state: 'failed' });
    const { firstRowMs, durationMs, ...info } = made.info();
    expect(info).toMatchObject({
      title: 'List of relations',
      footers: ['(3 rows)'],
      state: 'complete',
      rowCount: 3,
    });
    expect(firstRowMs).toBeGreaterThanOrEqual(1000);
    expect(durationMs).toBeGreaterThanOrEqual(firstRowMs ?? Number.NaN);
    expect((await readPage(store.get(made.id), { from: 0, count: 9 })).rows).toEqual([['a'], [null], ['']]);
    const states = [];
    for (const end of [
      { state: 'cancelled' },
      { state: 'failed' },
      { state: 'capped', limit: 'row', bytes: 7 },
    ] as const) {
      const writer = store.create(newResult());
      await writer.finish(end);
      states.push([writer.info().state, writer.info().capped]);
    }
    expect(states).toEqual([
      ['cancelled', null],
      ['failed', null],
      ['capped', { limit: 'row', bytes: 7 }],
    ]);
  });
});

test('who holds a lease reads on after a release, and not after the end', async () => {
  await withStore(tinyMemory, async (store, dir) => {
    const rows = Array.from({ length: 500 }, (_, row) => [`row ${row}`]);
    const held = await storeRows(store, rows);
    const giveBack = held.lease();
    await store.release('console');
    expect((await readPage(held, { from: 499, count: 1 })).rows).toEqual([['row 499']]);
    expect(await readdir(dir)).toHaveLength(1);
    await giveBack();
    expect(await readdir(dir)).toEqual([]);
    const alone = await storeRows(store, rows);
    await alone.release();
    expect([store.infos('console'), await readdir(dir)]).toEqual([[], []]);
    const other = await storeRows(store, rows);
    other.lease();
    await store.release('console');
    await store.dispose();
    expect(await readdir(dir)).toEqual([]);
    await expect(readPage(other, { from: 0, count: 1 })).rejects.toMatchObject({
      appError: { code: 'not-found' },
    });
  });
});
