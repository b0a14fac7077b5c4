import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openRestorePointStore } from './restore-point-store.ts';

let dir: string;
let inUse: { id: string; address: string } | null;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'howdah-points-'));
  inUse = { id: 'home', address: 'unix:///home.sock' };
});
afterEach(() => rm(dir, { recursive: true }));

const engine = {
  info: () => inUse,
  inUse() {
    if (inUse === null) throw new Error('no engine');
    return inUse;
  },
};
const open = () => openRestorePointStore(dir, engine, () => undefined);
const point = {
  ...{ id: 'a', volume: 'shop-data', instance: 'shop', reason: 'reset' as const },
  ...{ createdAtMs: 1, rows: null, volumeIdentity: null },
};

test('restore points of another engine are kept and not told', async () => {
  await (await open()).add(point);
  inUse = { id: 'elsewhere', address: 'unix:///elsewhere.sock' };
  const store = await open();
  expect([store.all(), store.find('a')]).toEqual([[], null]);
  await store.add({ ...point, id: 'b' });
  expect(store.all()).toEqual([{ ...point, id: 'b' }]);
  inUse = { id: 'home', address: 'tcp://127.0.0.1:2375' };
  expect((await open()).all()).toEqual([point]);
});

test('none is told or added while there is no engine', async () => {
  const store = await open();
  await store.add(point);
  inUse = null;
  expect(store.all()).toEqual([]);
  await expect(store.add({ ...point, id: 'b' })).rejects.toThrow('no engine');
});
