import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import type { LaunchTokens } from './launch-tokens.ts';
import { readSmallBody } from './read-small-body.ts';
import type { Sessions } from './sessions.ts';

const limitBytes = 1024;
const bodySchema = z.strictObject({ token: z.string().max(100) });

export type SessionAnswer = { status: 200; secret: string } | { status: 400 | 403 | 405 | 413 | 415 };

/** Trades a launch token (`{"token"}`) for a session secret. The caller has checked `Host` and `Origin`. */
export async function answerSessionRequest(
  request: IncomingMessage,
  access: { tokens: LaunchTokens; sessions: Sessions },
): Promise<SessionAnswer> {
  if (request.method !== 'POST') return { status: 405 };
  if (request.headers['content-type'] !== 'application/json') return { status: 415 };
  const text = await readSmallBody(request, limitBytes);
  if (text === null) return { status: 413 };
  const body = bodySchema.safeParse(parseJson(text));
  if (!body.success) return { status: 400 };
  if (!access.tokens.redeem(body.data.token)) return { status: 403 };
  return { status: 200, secret: access.sessions.open() };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
