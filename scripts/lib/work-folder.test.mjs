import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { withWorkFolder } from './work-folder.mjs';

test.skipIf(process.platform !== 'linux')(
  'removes its folder and those of runs that are gone, no others',
  async () => {
    const cache = mkdtempSync(join(tmpdir(), 'howdah-'));
    onTestFinished(() => rmSync(cache, { recursive: true }));
    const gone = join(cache, 'work-99999999-abc');
    const alive = join(cache, `work-${process.ppid}-abc`);
    for (const folder of [gone, alive]) mkdirSync(folder);
    const own = await withWorkFolder(cache, async (folder) => {
      expect([existsSync(folder), existsSync(gone), existsSync(alive)]).toEqual([true, false, true]);
      return folder;
    });
    expect(existsSync(own)).toBe(false);
    await expect(withWorkFolder(cache, async () => Promise.reject(new Error('failed')))).rejects.toThrow(
      'failed',
    );
  },
);
