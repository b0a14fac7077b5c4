import { createHash } from 'node:crypto';

const length = 16;

/**
 * What the app's own files know an instance by: its name on one engine, made fit for the name of a file (names of
 * containers may be longer, ids of engines hold other characters).
 */
export function instanceKey(engineId: string, name: string): string {
  return createHash('sha256').update(`${engineId}\n${name}`).digest('hex').slice(0, length);
}

/** The key that a file's name or an id begins with. */
export function leadingInstanceKey(text: string): string {
  return text.slice(0, length);
}
