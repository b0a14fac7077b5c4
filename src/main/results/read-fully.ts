import type { FileHandle } from 'node:fs/promises';

/**
 * Fills `target` from `position` on.
 * @throws Error when the file is shorter than that.
 */
export async function readFully(handle: FileHandle, target: Buffer, position: number): Promise<void> {
  for (let done = 0; done < target.length; ) {
    const { bytesRead } = await handle.read(target, done, target.length - done, position + done);
    if (bytesRead === 0) throw new Error('The file of a result is shorter than its rows');
    done += bytesRead;
  }
}
