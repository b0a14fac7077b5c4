import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AppFailure } from '../lib/app-failure.ts';
import { openConsolePreferencesStore } from './console-preferences-store.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'howdah-preferences-'));
});

afterEach(() => rm(folder, { recursive: true }));

function engine(id: string) {
  const inUse = { id, address: `unix:///${id}.sock` };
  return { inUse: () => inUse, info: () => inUse };
}

const defaults = { statementTimeoutMs: 0, readOnly: false, onError: 'stop' };

test('keeps what was set for one instance of one engine', async () => {
  const store = await openConsolePreferencesStore(folder, engine('A'));
  expect(store.get('shop')).toEqual(defaults);
  await store.set('shop', { readOnly: true });
  expect(await store.set('shop', { statementTimeoutMs: 500, readOnly: undefined })).toEqual({
    ...defaults,
    readOnly: true,
    statementTimeoutMs: 500,
  });
  expect(store.get('other')).toEqual(defaults);
  const later = await openConsolePreferencesStore(folder, engine('A'));
  expect(later.get('shop').readOnly).toBe(true);
  const elsewhere = await openConsolePreferencesStore(folder, engine('B'));
  expect(elsewhere.get('shop')).toEqual(defaults);
});

test('tells of changes until the listener is taken away', async () => {
  const store = await openConsolePreferencesStore(folder, engine('A'));
  const told: unknown[] = [];
  const stop = store.onChange((instance, preferences) => told.push([instance, preferences.onError]));
  await store.set('shop', { onError: 'continue' });
  stop();
  await store.set('shop', { onError: 'stop' });
  expect(told).toEqual([['shop', 'continue']]);
});

test('says so while no engine is in use', async () => {
  const inUse = () => {
    throw new AppFailure({ code: 'engine-unreachable', tried: [] });
  };
  const store = await openConsolePreferencesStore(folder, { inUse, info: () => null });
  expect(() => store.get('shop')).toThrow('engine-unreachable');
  await expect(store.set('shop', { readOnly: true })).rejects.toThrow('engine-unreachable');
});
