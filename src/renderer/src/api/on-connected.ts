import { connection } from './client.ts';

/** Calls each time the connection to main comes back. Returns what ends it. */
export function onConnected(listener: () => void): () => void {
  return connection().subscribe((state) => {
    if (state === 'connected') listener();
  });
}
