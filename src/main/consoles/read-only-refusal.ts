import type { ServerError } from '../postgres/console-connection.ts';

/** Placeholder until statement facts are there. */
export function readOnlyRefusal(_text: string | Uint8Array): ServerError | null {
  return null;
}
