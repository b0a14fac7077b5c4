import type { IncomingMessage } from 'node:http';
import type * as z from 'zod';
import { readSmallBody } from './read-small-body.ts';

export type JsonRequest<T> = { status: 200; body: T } | { status: 400 | 405 | 413 | 415 };

const limitBytes = 1024;

/** A POST of a small JSON object. Its content type keeps forms of other sites out. */
export async function readJsonRequest<T>(
  request: IncomingMessage,
  schema: z.ZodType<T>,
): Promise<JsonRequest<T>> {
  if (request.method !== 'POST') return { status: 405 };
  if (request.headers['content-type'] !== 'application/json') return { status: 415 };
  const text = await readSmallBody(request, limitBytes);
  if (text === null) return { status: 413 };
  const body = schema.safeParse(parseJson(text));
  return body.success ? { status: 200, body: body.data } : { status: 400 };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
