import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { AppError } from '../../shared/app-error.ts';
import { AppFailure } from '../lib/app-failure.ts';

type Problem = Extract<AppError, { code: 'file-unusable' }>['problem'];

const problems: Readonly<Record<string, Problem>> = {
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'no-permission',
  EISDIR: 'is-folder',
  ENOENT: 'not-found',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
};

/**
 * Writes a file that is there whole or not at all: under another name beside it, synced, then renamed over what may
 * have been there.
 * @throws AppFailure `file-unusable` when the disk is full or the place may not be written to, `cancelled` when the
 * signal aborts; what `content` throws passes through.
 */
export async function writeWholeFile(
  path: string,
  content: AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<void> {
  const temporary = `${path}.${randomUUID()}.part`;
  const file = createWriteStream(temporary, { flags: 'wx', flush: true });
  const closed = new Promise<void>((resolve) => file.once('close', resolve));
  try {
    await pipeline(content, file, signal === undefined ? {} : { signal });
    await rename(temporary, path);
  } catch (error) {
    // It may still be on its way to being made.
    await closed;
    await rm(temporary, { force: true });
    throw toFailure(error, path, signal?.aborted === true);
  }
}

function toFailure(error: unknown, path: string, isAborted: boolean): unknown {
  if (isAborted) return new AppFailure({ code: 'cancelled' }, { cause: error });
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return error;
  const problem = problems[String(error.code)] ?? 'failed';
  return new AppFailure({ code: 'file-unusable', path, problem, reason: error.message }, { cause: error });
}
