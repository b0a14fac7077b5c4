import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSettingsStore } from './settings-store.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'howdah-settings-'));
});

afterEach(() => rm(folder, { recursive: true }));

test('begins with defaults, keeps what was changed, and says so', async () => {
  let changes = 0;
  const store = await openSettingsStore(folder, () => {
    changes += 1;
  });
  const defaults = {
    theme: 'system',
    language: 'system',
    restorePointDays: 7,
    restorePointMaxBytes: 21474836480,
  };
  expect(store.get()).toEqual(defaults);
  expect(await store.set({ theme: 'dark', language: undefined })).toEqual({ ...defaults, theme: 'dark' });
  expect(changes).toBe(1);
  const again = await openSettingsStore(folder, () => undefined);
  expect(again.get().theme).toBe('dark');
});

test('one field that makes no sense does not cost the others', async () => {
  await writeFile(join(folder, 'settings.json'), '{"theme": "neon", "restorePointDays": 3}');
  const store = await openSettingsStore(folder, () => undefined);
  expect(store.get()).toMatchObject({ theme: 'system', restorePointDays: 3 });
});
