import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { closeSource } from './close-source.ts';

test('closes the source after the upload, and after one that failed', async () => {
  for (const upload of [async () => 'done', () => Promise.reject(new Error('refused'))]) {
    const source = Readable.from(['a']);
    await closeSource(source, upload).catch(() => undefined);
    expect(source.destroyed).toBe(true);
  }
});

test('an upload whose source failed already never begins', async () => {
  const source = Readable.from(['a']).on('error', () => undefined);
  source.destroy(new Error('not an archive'));
  const upload = () => Promise.reject(new Error('began'));
  await expect(closeSource(source, upload)).rejects.toThrow('not an archive');
});
