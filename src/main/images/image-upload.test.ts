import { text } from 'node:stream/consumers';
import { pack } from 'tar-stream';
import { expect, test, vi } from 'vitest';
import { AppFailure } from '../lib/app-failure.ts';
import { ImageUpload } from './image-upload.ts';

async function tarOf(content: string): Promise<Buffer> {
  const tar = pack();
  tar.entry({ name: 'manifest.json' }, content);
  tar.finalize();
  const parts: Buffer[] = [];
  for await (const part of tar) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof AppFailure ? error.appError : error;
}

test('hands the bytes on as they are, whatever the pieces', async () => {
  const tar = await tarOf('x'.repeat(3_000));
  for (const pieceBytes of [1, 100, 512, 513, 5_000, tar.length]) {
    const doneBytes: number[] = [];
    const upload = new ImageUpload({ sizeBytes: tar.length, onProgress: (done) => doneBytes.push(done) });
    const received = text(upload.tar.setEncoding('latin1'));
    for (let at = 0; at < tar.length; at += pieceBytes) {
      const isLast = at + pieceBytes >= tar.length;
      await upload.write(tar.subarray(at, at + pieceBytes), isLast);
    }
    expect(await received).toBe(tar.toString('latin1'));
    expect(doneBytes.at(-1)).toBe(tar.length);
  }
});

test.each([
  ['a text file', Buffer.alloc(2_000, 'hello')],
  ['a short file', Buffer.from('hi')],
  ['zeros', Buffer.alloc(2_000)],
])('refuses %s', async (_name, file) => {
  const upload = new ImageUpload({ sizeBytes: file.length });
  const received = text(upload.tar);
  expect(await failureOf(upload.write(file, true))).toMatchObject({ code: 'image-file-invalid' });
  expect(await failureOf(received)).toMatchObject({ code: 'image-file-invalid' });
  expect(await failureOf(upload.write(file, true))).toMatchObject({ code: 'image-file-invalid' });
});

test.each([
  ['gzip', [0x1f, 0x8b, 8]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
])('lets %s through', async (_name, magic) => {
  const file = Buffer.concat([Buffer.from(magic), Buffer.alloc(1_000)]);
  const upload = new ImageUpload({ sizeBytes: file.length });
  const received = text(upload.tar);
  await upload.write(file, true);
  await received;
});

test.each([
  ['more than announced', 10],
  ['less than announced', 100_000],
])('refuses %s', async (_name, sizeBytes) => {
  const tar = await tarOf('x');
  const upload = new ImageUpload({ sizeBytes });
  upload.tar.resume();
  expect(await failureOf(upload.write(tar, true))).toMatchObject({ code: 'image-file-invalid' });
});

test('waits while nobody takes the bytes', async () => {
  const tar = await tarOf('x'.repeat(100_000));
  const upload = new ImageUpload({ sizeBytes: tar.length * 2 });
  let isDone = false;
  const writing = upload.write(tar, false).then(() => {
    isDone = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(isDone).toBe(false);
  upload.tar.resume();
  await writing;
  upload.abort(new AppFailure({ code: 'cancelled' }));
});

test('ends when the page went away', async () => {
  vi.useFakeTimers();
  try {
    const tar = await tarOf('x');
    const upload = new ImageUpload({ sizeBytes: tar.length * 2, idleMs: 1_000 });
    const received = text(upload.tar);
    await upload.write(tar, false);
    vi.advanceTimersByTime(1_001);
    expect(await failureOf(received)).toEqual({ code: 'cancelled' });
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

test('a piece that waits hears why the load ended', async () => {
  const tar = await tarOf('x'.repeat(100_000));
  const upload = new ImageUpload({ sizeBytes: tar.length * 2 });
  const writing = failureOf(upload.write(tar, false));
  upload.abort(new AppFailure({ code: 'image-file-invalid', reason: 'the engine says so' }));
  expect(await writing).toEqual({ code: 'image-file-invalid', reason: 'the engine says so' });
});
