import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FileToSave } from '../platform/file-to-save.ts';
import { writeWholeFile } from '../platform/write-whole-file.ts';
import { ResultSaver } from './result-saver.ts';
import { storeRows, tinyMemory, withStore } from './store-under-test.test-support.ts';

const as = { format: 'csv', delimiter: ',', header: true, nullText: '', escapeFormulas: false } as const;
const rows = Array.from({ length: 20_000 }, (_, row) => [`row ${row}`, 'x'.repeat(90)]);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'howdah-saver-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Writes at once to the suggested name; `onPiece` is told of each piece of the file. */
function platformIn(onPiece: () => void = () => undefined) {
  return {
    async saveFile({ fileName, content }: FileToSave, signal?: AbortSignal) {
      const path = join(folder, fileName);
      async function* watched(): AsyncGenerator<Uint8Array> {
        for await (const piece of content()) {
          yield piece;
          onPiece();
        }
      }
      await writeWholeFile(path, watched(), signal);
      return { way: 'saved' as const, path };
    },
  };
}

test('a file that was begun is whole, though its result was let go of', async () => {
  await withStore(tinyMemory, async (store) => {
    const { id } = await storeRows(store, rows);
    const saver = new ResultSaver(
      store,
      platformIn(() => void store.release('console')),
    );
    const path = join(folder, 'a_b.csv');
    expect(await saver.save({ resultId: id, fileName: 'a/b.csv', as })).toEqual({ way: 'saved', path });
    expect((await readFile(path, 'utf8')).split('\n')).toHaveLength(rows.length + 2);
    await expect(saver.save({ resultId: id, fileName: 'b.csv', as })).rejects.toMatchObject({
      appError: { code: 'not-found', kind: 'result' },
    });
    await saver.dispose();
  });
});

test('the end of the app leaves no half file', async () => {
  await withStore(tinyMemory, async (store, dir) => {
    const { id } = await storeRows(store, rows);
    let tell = (): void => undefined;
    const begun = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const saver = new ResultSaver(store, platformIn(tell));
    const saved = saver.save({ resultId: id, fileName: 'rows.csv', as });
    const refused = expect(saved).rejects.toMatchObject({ appError: { code: 'cancelled' } });
    await begun;
    await saver.dispose();
    expect(await readdir(folder)).toEqual([]);
    await refused;
    await store.release('console');
    expect(await readdir(dir)).toEqual([]);
  });
});
