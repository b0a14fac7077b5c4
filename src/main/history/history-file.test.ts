import { appendFile, mkdtemp, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSilentLogger } from '../lib/logger.ts';
import { HistoryFile } from './history-file.ts';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'howdah-history-'));
  file = join(folder, 'shop.jsonl');
});

afterEach(() => rm(folder, { recursive: true }));

const open = (limits = { entries: 10_000, bytes: 1_000_000 }) =>
  HistoryFile.open(file, limits, createSilentLogger());

function entry(text: string) {
  return { atMs: 1, database: 'shop', text, durationMs: 2, rows: null, error: null };
}

async function addAll(history: HistoryFile, ...texts: string[]): Promise<void> {
  await Promise.all(texts.map((text) => history.add(entry(text))));
}

function found(history: HistoryFile, query: Partial<Parameters<HistoryFile['search']>[0]> = {}): string[] {
  return history.search({ text: '', before: null, limit: 100, ...query }).entries.map(({ text }) => text);
}

test('tells the newest first, the same after a start, for its owner only', async () => {
  const history = await open();
  await addAll(history, 'select 1', 'select\n2', "select 'é 🐘'");
  expect(found(history)).toEqual(["select 'é 🐘'", 'select\n2', 'select 1']);
  const later = await open();
  expect(later.search({ text: '', before: null, limit: 9 })).toEqual(
    history.search({ text: '', before: null, limit: 9 }),
  );
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('pages do not shift while entries come, and say whether there is more', async () => {
  const history = await open();
  await addAll(history, 'a', 'b', 'c', 'd');
  const first = history.search({ text: '', before: null, limit: 2 });
  expect(first).toMatchObject({ entries: [{ text: 'd' }, { text: 'c' }], more: true });
  await addAll(history, 'e');
  const second = history.search({ text: '', before: first.entries[1]?.id ?? '', limit: 2 });
  expect(second).toMatchObject({ entries: [{ text: 'b' }, { text: 'a' }], more: false });
});

test('finds text whatever its case', async () => {
  const history = await open();
  await addAll(history, 'SELECT 1', 'select 2', 'update Übersicht set a = 1');
  expect(found(history, { text: 'Select' })).toEqual(['select 2', 'SELECT 1']);
  expect(found(history, { text: 'übersicht' })).toEqual(['update Übersicht set a = 1']);
  expect(found(history, { text: 'sel.*' })).toEqual([]);
});

test('a torn last line is skipped, and what comes next stands on a line of its own', async () => {
  await addAll(await open(), 'a', 'b');
  await truncate(file, (await stat(file)).size - 5);
  const history = await open();
  expect(found(history)).toEqual(['a']);
  await addAll(history, 'c');
  expect(found(await open())).toEqual(['c', 'a']);
});

test('a damaged line costs itself only; the file is put aside as it was', async () => {
  await addAll(await open(), 'a');
  await appendFile(file, 'nonsense\n');
  const damaged = await readFile(file, 'utf8');
  expect(found(await open())).toEqual(['a']);
  expect(await readFile(`${file}.damaged`, 'utf8')).toBe(damaged);
  expect(await readFile(file, 'utf8')).not.toContain('nonsense');
});

test('never holds more entries or bytes than its limits', async () => {
  const few = await open({ entries: 10, bytes: 1_000_000 });
  for (let n = 1; n <= 25; n += 1) await addAll(few, `select ${n}`);
  expect(found(few).length).toBeLessThanOrEqual(10);
  expect(found(few)[0]).toBe('select 25');
  expect(found(await open())).toEqual(found(few));

  await few.clear();
  const small = await open({ entries: 100, bytes: 5000 });
  for (let n = 1; n <= 25; n += 1) await addAll(small, 'x'.repeat(1000));
  expect((await stat(file)).size).toBeLessThanOrEqual(5000);
  expect(found(small).length).toBeGreaterThanOrEqual(2);
});

test('keeps the newest entry even when it alone is above the limit', async () => {
  const history = await open({ entries: 10, bytes: 100 });
  await addAll(history, 'a', 'x'.repeat(200));
  expect(found(history)).toEqual(['x'.repeat(200)]);
});

test('clearing leaves nothing on the disk', async () => {
  await addAll(await open(), 'secret plan');
  await appendFile(file, 'nonsense\n');
  const history = await open();
  await history.clear();
  expect(found(history)).toEqual([]);
  expect(await readFile(file, 'utf8')).toBe('');
  await expect(stat(`${file}.damaged`)).rejects.toMatchObject({ code: 'ENOENT' });
  await addAll(history, 'next');
  expect(found(await open())).toEqual(['next']);
});

test.skipIf(process.platform !== 'linux')('what a full disk refused is written with the next', async () => {
  const history = await open();
  await writeFile(file, '');
  await rm(file);
  await symlink('/dev/full', file);
  await expect(history.add(entry('a'))).rejects.toMatchObject({ code: 'ENOSPC' });
  await rm(file);
  await addAll(history, 'b');
  expect(found(await open())).toEqual(['b', 'a']);
});
