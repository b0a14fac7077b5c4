import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { EngineConnection } from '../../../src/main/docker/engine-connection.ts';
import { ImageUpload } from '../../../src/main/images/image-upload.ts';
import { loadImage } from '../../../src/main/images/load-image.ts';
import { pullImage } from '../../../src/main/images/pull-image.ts';
import { docker } from '../../support/docker-cli.ts';
import { openEngine } from '../../support/engine-under-test.ts';
import { OwnContainers } from '../../support/own-containers.ts';
import { tarOf } from '../../support/tar-of.ts';
import { withTemporaryFolder } from '../../support/temporary-folder.ts';

const own = new OwnContainers();
let engine: EngineConnection;
afterEach(() => engine.dispose());

/** As the page does: one piece after the other. */
async function send(upload: ImageUpload, file: Buffer, pieceBytes: number): Promise<void> {
  for (let at = 0; at < file.length; at += pieceBytes) {
    await upload.write(file.subarray(at, at + pieceBytes), at + pieceBytes >= file.length);
  }
}

test('loads what docker save wrote', async () => {
  engine = await openEngine();
  const reference = `${own.name('tiny')}:1`;
  await withTemporaryFolder(async (folder) => {
    await writeFile(join(folder, 'fs.tar'), await tarOf('data', Buffer.alloc(3_000_000, 'howdah')));
    await docker('import', join(folder, 'fs.tar'), reference);
    await docker('save', '-o', join(folder, 'image.tar'), reference);
    await docker('rmi', reference);
    const file = await readFile(join(folder, 'image.tar'));
    const upload = new ImageUpload({ sizeBytes: file.length });
    const { signal } = new AbortController();
    const [loaded] = await Promise.all([
      loadImage(engine.client(), upload, { signal }),
      send(upload, file, 1_000_000),
    ]);
    expect(loaded).toEqual([reference]);
    expect(await docker('images', '-q', reference)).not.toBe('');
    await docker('rmi', reference);
  });
});

test('a tar that is no image is refused by name, on both sides', async () => {
  engine = await openEngine();
  const file = await tarOf('note.txt', Buffer.from('hello'));
  const upload = new ImageUpload({ sizeBytes: file.length });
  const loading = loadImage(engine.client(), upload, { signal: new AbortController().signal });
  await Promise.all([
    expect(loading).rejects.toMatchObject({ appError: { code: 'image-file-invalid' } }),
    send(upload, file, 1_000_000),
  ]);
});

test('a load that is cancelled ends the upload', async () => {
  engine = await openEngine();
  const file = await tarOf('big', Buffer.alloc(20_000_000));
  const upload = new ImageUpload({ sizeBytes: file.length * 2 });
  const stop = new AbortController();
  const loading = loadImage(engine.client(), upload, { signal: stop.signal });
  await upload.write(file.subarray(0, 100_000), false);
  stop.abort();
  await expect(loading).rejects.toMatchObject({ appError: { code: 'cancelled' } });
  await expect(upload.write(file, false)).rejects.toMatchObject({ appError: { code: 'cancelled' } });
});

test('a pull tells why it failed', async () => {
  engine = await openEngine();
  const options = { signal: new AbortController().signal, onProgress: () => undefined };
  await expect(pullImage(engine.client(), 'localhost:1/none:1', options)).rejects.toMatchObject({
    appError: { code: 'pull-failed', image: 'localhost:1/none:1' },
  });
});
