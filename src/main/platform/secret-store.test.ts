import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSecretStore } from './secret-store.ts';

let dir: string;
let file: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'howdah-secrets-'));
  file = join(dir, 'config', 'secrets.json');
});
afterEach(() => rm(dir, { recursive: true }));

test('keeps, reads back and forgets, for its owner only', async () => {
  const store = createSecretStore(file);
  expect(await store.get('a')).toBeNull();
  await Promise.all([store.set('a', 'one'), store.set('b', 'two')]);
  expect(await createSecretStore(file).get('a')).toBe('one');
  expect(await store.get('b')).toBe('two');
  await store.delete('a');
  expect(await store.get('a')).toBeNull();
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await stat(join(dir, 'config'))).mode & 0o777).toBe(0o700);
});

test('sets a damaged file aside and goes on', async () => {
  await createSecretStore(file).set('a', 'one');
  await writeFile(file, '{"a":');
  const store = createSecretStore(file);
  expect(await store.get('a')).toBeNull();
  await store.set('a', 'again');
  expect(await store.get('a')).toBe('again');
  expect((await readdir(join(dir, 'config'))).sort()).toEqual(['secrets.json', 'secrets.json.damaged']);
});

test('values pass through the cipher; one that cannot be read counts as absent', async () => {
  const cipher = {
    encrypt: (value: string) => Buffer.from(value).toString('base64'),
    decrypt: (stored: string) => {
      if (stored === 'broken') throw new Error('cannot decrypt');
      return Buffer.from(stored, 'base64').toString();
    },
  };
  const store = createSecretStore(file, cipher);
  await store.set('a', 'in the clear');
  expect(await readFile(file, 'utf8')).not.toContain('clear');
  expect(await store.get('a')).toBe('in the clear');
  await writeFile(file, '{"a":"broken"}');
  expect(await store.get('a')).toBeNull();
});
