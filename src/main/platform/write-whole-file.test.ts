import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeWholeFile } from './write-whole-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'howdah-whole-file-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function* pieces(...texts: (string | Error)[]): AsyncGenerator<Buffer> {
  for (const text of texts) {
    if (text instanceof Error) throw text;
    yield Buffer.from(text);
  }
}

test('writes a file, also over one that is there', async () => {
  const path = join(folder, 'rows.csv');
  await writeWholeFile(path, pieces('a', 'b'));
  expect(await readFile(path, 'utf8')).toBe('ab');
  await writeWholeFile(path, pieces());
  expect(await readFile(path, 'utf8')).toBe('');
  expect(await readdir(folder)).toEqual(['rows.csv']);
});

test('leaves what was there, and no half file, when the content breaks off or is not wanted any more', async () => {
  const path = join(folder, 'rows.csv');
  await writeFile(path, 'before');
  const failure = new Error('the rows are gone');
  await expect(writeWholeFile(path, pieces('half', failure))).rejects.toBe(failure);
  const stop = new AbortController();
  async function* endless(): AsyncGenerator<Buffer> {
    for (;;) {
      yield Buffer.alloc(1000);
      stop.abort();
    }
  }
  await expect(writeWholeFile(path, endless(), stop.signal)).rejects.toMatchObject({
    appError: { code: 'cancelled' },
  });
  expect(await readdir(folder)).toEqual(['rows.csv']);
  expect(await readFile(path, 'utf8')).toBe('before');
});

test('says why a place cannot be written to', async () => {
  const nowhere = join(folder, 'gone', 'rows.csv');
  await expect(writeWholeFile(nowhere, pieces('a'))).rejects.toMatchObject({
    appError: { code: 'file-unusable', path: nowhere, problem: 'not-found' },
  });
  const taken = join(folder, 'folder');
  await mkdir(taken);
  await expect(writeWholeFile(taken, pieces('a'))).rejects.toMatchObject({
    appError: { code: 'file-unusable', path: taken, problem: 'is-folder' },
  });
  expect(await readdir(folder)).toEqual(['folder']);
});
