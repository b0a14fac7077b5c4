import { expect, test } from 'vitest';
import type { Catalog } from '../../shared/contract/catalog.ts';
import { CatalogCache } from './catalog-cache.ts';

const empty: Catalog = { searchPath: [], schemas: [], relations: [], functions: [], cut: false };
const place = { instance: 'shop', server: 'c1 t1', database: null };

function bench() {
  const clock = { nowMs: 0 };
  let reads = 0;
  const read = async () => {
    reads += 1;
    return { ...empty, schemas: [`read ${reads}`] };
  };
  return { clock, cache: new CatalogCache(() => clock.nowMs), read };
}

const schemasOf = async (catalog: Promise<Catalog>) => (await catalog).schemas;

test('who asks while one is read waits for the same reading', async () => {
  const { cache, read } = bench();
  const [one, two] = await Promise.all([cache.get(place, read), cache.get(place, read)]);
  expect(one).toBe(two);
  expect(await schemasOf(cache.get({ ...place, database: 'other' }, read))).toEqual(['read 2']);
});

test('another container or start, or half a minute, is read anew', async () => {
  const { cache, read, clock } = bench();
  await cache.get(place, read);
  expect(await schemasOf(cache.get({ ...place, server: 'c1 t2' }, read))).toEqual(['read 2']);
  clock.nowMs = 29_999;
  expect(await schemasOf(cache.get({ ...place, server: 'c1 t2' }, read))).toEqual(['read 2']);
  clock.nowMs = 30_000;
  expect(await schemasOf(cache.get({ ...place, server: 'c1 t2' }, read))).toEqual(['read 3']);
});

test('what was under way when it was forgotten is not kept', async () => {
  const { cache, read } = bench();
  const old = cache.get(place, read);
  cache.forget('shop');
  expect(await schemasOf(old)).toEqual(['read 1']);
  expect(await schemasOf(cache.get(place, read))).toEqual(['read 2']);
});

test('a failure is told and not kept', async () => {
  const { cache, read } = bench();
  await expect(cache.get(place, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await schemasOf(cache.get(place, read))).toEqual(['read 1']);
});
