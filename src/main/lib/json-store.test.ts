import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { JsonStore } from './json-store.ts';

const schema = z.array(z.number());
let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'howdah-store-'));
  file = join(folder, 'made', 'numbers.json');
});

afterEach(() => rm(folder, { recursive: true }));

test('keeps what was written, for its owner only', async () => {
  const store = await JsonStore.open(file, schema, []);
  expect(store.value).toEqual([]);
  await store.update((numbers) => [...numbers, 1]);
  expect((await JsonStore.open(file, schema, [])).value).toEqual([1]);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('concurrent changes do not lose one another', async () => {
  const store = await JsonStore.open(file, schema, []);
  await Promise.all(Array.from({ length: 20 }, (_, n) => store.update((numbers) => [...numbers, n])));
  expect((await JsonStore.open(file, schema, [])).value).toHaveLength(20);
});

test.each(['{"not": "a list"}', '[1, 2', ''])('a file that holds %j is put aside, not lost', async (text) => {
  await JsonStore.open(file, schema, []);
  await writeFile(file, text);
  const store = await JsonStore.open(file, schema, [7]);
  expect(store.value).toEqual([7]);
  expect(await readFile(`${file}.damaged`, 'utf8')).toBe(text);
});

test('a change that fails leaves everything as it was', async () => {
  const store = await JsonStore.open(file, schema, [1]);
  await expect(
    store.update(() => {
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  await store.update((numbers) => [...numbers, 2]);
  expect(store.value).toEqual([1, 2]);
});
