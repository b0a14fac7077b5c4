import { lstat } from 'node:fs/promises';

/** Whether something is at `path`; a path that may not be looked at counts as there, so that the person hears why. */
export async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    return code !== 'ENOENT' && code !== 'ENOTDIR';
  }
}
