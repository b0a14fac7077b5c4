import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { fileFailure, toFileFailure } from '../../lib/file-failure.ts';
import type { ScriptFile } from './script-file.ts';

/** Large enough that reading costs nothing beside scanning, small enough for a smooth progress. */
const chunkBytes = 256 * 1024;

/**
 * Opens a file of this machine by its whole path.
 * @throws AppFailure `file-unusable`: not found, a folder, a pipe or device, no permission
 */
export async function openLocalFile(path: string): Promise<ScriptFile> {
  const facts = await stat(path).catch((error: unknown) => {
    throw toFileFailure(path, error);
  });
  if (facts.isDirectory()) throw fileFailure(path, 'is-folder');
  // Opening a pipe nobody writes to would never come back.
  if (!facts.isFile()) throw fileFailure(path, 'failed', 'not a regular file');
  const stream = createReadStream(path, { highWaterMark: chunkBytes });
  // Its reader hears of an error; before and after there is none.
  stream.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    stream.once('open', () => resolve()).once('error', (error) => reject(toFileFailure(path, error)));
  });
  let readBytes = 0;
  return {
    name: path,
    path,
    sizeBytes: facts.size,
    get readBytes() {
      return readBytes;
    },
    async *bytes() {
      try {
        for await (const chunk of stream) {
          if (!Buffer.isBuffer(chunk)) continue;
          readBytes += chunk.length;
          yield chunk;
        }
      } catch (error) {
        throw toFileFailure(path, error);
      }
    },
    dispose: () => void stream.destroy(),
  };
}
