import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import type { LaunchTokens } from './launch-tokens.ts';
import { readJsonRequest } from './read-json-request.ts';
import type { Sessions } from './sessions.ts';

const bodySchema = z.strictObject({ token: z.string().max(100) });

export type SessionAnswer = { status: 200; secret: string } | { status: 400 | 403 | 405 | 413 | 415 };

/** Trades a launch token (`{"token"}`) for a session secret. The caller has checked `Host` and `Origin`. */
export async function answerSessionRequest(
  request: IncomingMessage,
  access: { tokens: LaunchTokens; sessions: Sessions },
): Promise<SessionAnswer> {
  const read = await readJsonRequest(request, bodySchema);
  if (read.status !== 200) return read;
  if (!access.tokens.redeem(read.body.token)) return { status: 403 };
  return { status: 200, secret: access.sessions.open() };
}
