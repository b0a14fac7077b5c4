import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import type { Downloads } from '../platform/downloads.ts';
import type { FileToSave } from '../platform/file-to-save.ts';
import { readJsonRequest } from './read-json-request.ts';

const bodySchema = z.strictObject({ ticket: z.string().max(100) });

export type DownloadAnswer = { status: 200; file: FileToSave } | { status: 400 | 403 | 405 | 413 | 415 };

/** Trades a ticket (`{"ticket"}`) for the file it was handed out for. The caller has checked `Host` and `Origin`. */
export async function answerDownloadRequest(
  request: IncomingMessage,
  downloads: Pick<Downloads, 'redeem'>,
): Promise<DownloadAnswer> {
  const read = await readJsonRequest(request, bodySchema);
  if (read.status !== 200) return read;
  const file = downloads.redeem(read.body.ticket);
  return file === null ? { status: 403 } : { status: 200, file };
}
