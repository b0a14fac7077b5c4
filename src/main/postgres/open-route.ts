import { createConnection } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Route } from './server-target.ts';

/** A host that is gone without a word (its engine was killed, a laptop slept) is noticed after about two minutes. */
const keepAliveAfterMs = 30_000;

/**
 * A byte stream to the server; what is written before it is connected is sent then. A failure to connect is an `error`
 * of the stream.
 * @throws AppFailure of the tunnel's engine
 */
export async function openRoute(route: Route): Promise<Duplex> {
  if (route.kind === 'tunnel') return route.open();
  const { host, port } = route;
  const socket = createConnection({ host, port, noDelay: true });
  // Not as options of the connection: a delay that is refused would fail it.
  return socket.setKeepAlive(true, keepAliveAfterMs);
}
