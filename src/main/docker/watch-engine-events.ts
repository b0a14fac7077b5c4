import type { EngineLink } from './engine-link.ts';
import type { EngineEvent } from './engine-types.ts';
import { labels } from './labels.ts';
import { readJsonLines } from './read-stream.ts';
import { withSignal } from './with-signal.ts';

/** A message of `GET /events`. Podman leaves out `timeNano` in some versions. */
export interface EngineMessage {
  Type?: string;
  Action?: string;
  Actor?: { ID?: string; Attributes?: Record<string, string> | null } | null;
  time?: number;
  timeNano?: number;
}

/** The event of a message, or null for those that change nothing to see or that Howdah causes by looking. */
export function mapEngineMessage(message: EngineMessage): EngineEvent | null {
  const { Type: type = '', Action: action = '' } = message;
  const attributes = message.Actor?.Attributes ?? {};
  // Every health check makes three `exec_*` events, `docker top` one.
  if (/^exec_|^top$/.test(action) || attributes[labels.helper] !== undefined) return null;
  const atMs = message.timeNano === undefined ? (message.time ?? 0) * 1000 : message.timeNano / 1e6;
  return { type, action, actorId: message.Actor?.ID ?? '', attributes, atMs };
}

/**
 * The engine's events from `sinceMs` (engine time) on, as they come. Ends when the engine closes the stream or the
 * signal aborts; throws `AppFailure` when the connection breaks. The engine keeps the last 256 events for `since`.
 */
export async function* watchEngineEvents(
  link: EngineLink,
  sinceMs: number,
  signal: AbortSignal,
): AsyncGenerator<EngineEvent> {
  const since = Math.floor(sinceMs) / 1000;
  const messages = readJsonLines<EngineMessage>(link, { signal, quiet: true }, (abortSignal) =>
    link.docker.getEvents(withSignal({ since }, abortSignal)),
  );
  for await (const message of messages) {
    const event = mapEngineMessage(message);
    if (event !== null) yield event;
  }
}
