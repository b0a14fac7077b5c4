import type { Duplex } from 'node:stream';
import type { BackendKey } from '../connect-client.ts';
import { openRoute } from '../open-route.ts';
import type { Route } from '../server-target.ts';
import { cancelRequest } from './frontend-messages.ts';

/**
 * Asks the server over a connection of its own to stop what a backend runs; it needs no free slot. Resolves when the
 * server has closed that connection, which it does after it told the backend, or after `timeoutMs`. Never throws.
 */
export function sendCancelRequest(
  route: Route,
  { pid, secretKey }: BackendKey,
  timeoutMs: number,
): Promise<void> {
  return new Promise((resolve) => {
    let stream: Duplex | null = null;
    let over = false;
    const end = () => {
      over = true;
      clearTimeout(timer);
      stream?.destroy();
      resolve();
    };
    const timer = setTimeout(end, timeoutMs);
    openRoute(route).then((opened) => {
      stream = opened;
      opened.on('error', end).once('end', end).once('close', end).resume();
      if (over) opened.destroy();
      else opened.write(cancelRequest(pid, secretKey));
    }, end);
  });
}
