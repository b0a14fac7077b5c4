import { open, realpath, rename, rm } from 'node:fs/promises';

/**
 * Replaces `file` by one that holds `text`, for its owner only: written beside it, synced, renamed. Whatever fails, a
 * full disk included, leaves the file as it was (`write-file-atomic` takes a write that was cut short for a whole one).
 * A link is followed: settings may live where a person keeps them. One writer per file at a time.
 * @throws Error of the file system
 */
export async function writeDurably(path: string, text: string): Promise<void> {
  const file = await realpath(path).catch(() => path);
  const fresh = `${file}.new`;
  try {
    const handle = await open(fresh, 'w', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(fresh, file);
  } catch (error) {
    // What is left of it is in the way of nobody: the failure is what counts.
    await rm(fresh, { force: true }).catch(() => undefined);
    throw error;
  }
}
