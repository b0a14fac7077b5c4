import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLogger } from './logger.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'howdah-log-'));
});
afterEach(() => rm(dir, { recursive: true }));

test('hides secrets at every depth it promises', async () => {
  const log = createLogger(join(dir, 'log'));
  log.info(
    { password: 's3cret-a', request: { body: { password: 's3cret-b', env: ['PGPASSWORD=s3cret-c'] } } },
    'made',
  );
  const text = await readFile(join(dir, 'log', 'howdah.log'), 'utf8');
  expect(text).toContain('made');
  expect(text).not.toContain('s3cret');
});

test('the file is for its owner only', async () => {
  createLogger(dir).info('made');
  expect((await stat(join(dir, 'howdah.log'))).mode & 0o777).toBe(0o600);
});

test('sets a large file aside', async () => {
  await writeFile(join(dir, 'howdah.log'), Buffer.alloc(6 * 1024 * 1024, 'x'));
  createLogger(dir).info('made');
  expect((await stat(join(dir, 'howdah.log'))).size).toBeLessThan(1000);
  expect((await stat(join(dir, 'howdah.log.old'))).size).toBe(6 * 1024 * 1024);
});
