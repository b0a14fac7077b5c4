import { execFile } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { createSilentLogger } from '../../../src/main/lib/logger.ts';
import { writeWholeFile } from '../../../src/main/platform/write-whole-file.ts';
import { readPage } from '../../../src/main/results/read-page.ts';
import { ResultStore } from '../../../src/main/results/result-store.ts';
import { encodeRowFrame } from '../../../src/main/results/row-frame.ts';
import { withTemporaryFolder } from '../../support/temporary-folder.ts';

const run = promisify(execFile);
const smallDiskBytes = 1024 * 1024;

/** Runs `work` with a disk of 1 MiB, or tells why there can be none. */
async function withSmallDisk(
  skip: (reason: string) => void,
  work: (dir: string) => Promise<void>,
): Promise<void> {
  await withTemporaryFolder(async (folder) => {
    const dir = join(folder, 'disk');
    await mkdir(dir);
    try {
      await run('mount', ['-t', 'tmpfs', '-o', `size=${smallDiskBytes}`, 'tmpfs', dir]);
    } catch (error) {
      const reason = `a small disk needs Linux and the right to mount: ${String(error)}`;
      process.stdout.write(`skipped: ${reason}\n`);
      return skip(reason);
    }
    try {
      await work(dir);
    } finally {
      await run('umount', [dir]);
    }
  });
}

test('a disk that fills up stops the result, keeps what came, and is empty again afterwards', ({ skip }) =>
  withSmallDisk(skip, async (dir) => {
    const store = await ResultStore.open({
      dir,
      limits: { memoryBytes: 1024 * 1024, diskBytes: 1024 ** 3 },
      log: createSilentLogger(),
    });
    const writer = store.create({ consoleId: 'console', number: 1, statement: '', columns: [] });
    const frame = encodeRowFrame(['x'.repeat(1000)]);
    let isFull = false;
    void writer.full.then(() => {
      isFull = true;
    });
    for (let row = 0; row < 10_000 && !isFull; row += 1) await writer.rows(frame, 1);
    expect(isFull).toBe(true);
    await writer.finish({ state: 'complete', command: 'SELECT 10000' });
    const { state, capped, rowCount, sizeBytes } = writer.info();
    expect([state, capped]).toEqual(['capped', { limit: 'disk-full', bytes: sizeBytes }]);
    expect(sizeBytes).toBeGreaterThanOrEqual(smallDiskBytes);
    const last = await readPage(store.get(writer.id), { from: rowCount - 1, count: 1 });
    expect(last.rows).toEqual([['x'.repeat(1000)]]);
    await expect(readPage(store.get(writer.id), { from: 0, count: 500 })).resolves.toHaveProperty(
      'rows.length',
      500,
    );
    await store.release('console');
    expect(await readdir(dir)).toEqual([]);
    const next = store.create({ consoleId: 'console', number: 1, statement: '', columns: [] });
    for (let row = 0; row < 500; row += 1) await next.rows(frame, 1);
    await next.finish({ state: 'complete', command: 'SELECT 500' });
    expect(next.info()).toMatchObject({ state: 'complete', rowCount: 500 });
    await store.dispose();
  }));

test('a file that the disk has no room for is not saved, and says so', ({ skip }) =>
  withSmallDisk(skip, async (dir) => {
    async function* content(): AsyncGenerator<Buffer> {
      for (let piece = 0; piece < 20; piece += 1) yield Buffer.alloc(100_000);
    }
    const path = join(dir, 'rows.csv');
    await expect(writeWholeFile(path, content())).rejects.toMatchObject({
      appError: { code: 'file-unusable', problem: 'disk-full', path },
    });
    expect(await readdir(dir)).toEqual([]);
  }));
