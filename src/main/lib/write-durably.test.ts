import { mkdtemp, readdir, readFile, readlink, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeDurably } from './write-durably.ts';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'howdah-durably-'));
  file = join(folder, 'draft.json');
});

afterEach(() => rm(folder, { recursive: true }));

test('replaces a file, for its owner only, and leaves nothing beside it', async () => {
  await writeFile(file, 'old', { mode: 0o644 });
  await writeDurably(file, 'new é 🐘');
  expect(await readFile(file, 'utf8')).toBe('new é 🐘');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(['draft.json']);
});

test('writes where a link leads to, and leaves the link', async () => {
  const elsewhere = join(folder, 'kept elsewhere.json');
  await writeFile(elsewhere, 'old');
  await symlink(elsewhere, file);
  await writeDurably(file, 'new');
  expect(await readFile(elsewhere, 'utf8')).toBe('new');
  expect(await readlink(file)).toBe(elsewhere);
});

test.skipIf(process.platform !== 'linux')('a full disk leaves the file as it was', async () => {
  await writeFile(file, 'old');
  await symlink('/dev/full', `${file}.new`);
  await expect(writeDurably(file, 'new')).rejects.toMatchObject({ code: 'ENOSPC' });
  expect(await readFile(file, 'utf8')).toBe('old');
  expect(await readdir(folder)).toEqual(['draft.json']);
});
