import { RPCLink } from '@orpc/client/message-port';
import type { OpenLink } from './open-link.ts';

/** A link through a MessagePort. It is gone when either side closes the port. */
export function openRpcPort(port: MessagePort): OpenLink {
  let isClosed = false;
  const closed = new Promise<void>((resolve) => {
    port.addEventListener('close', () => {
      isClosed = true;
      resolve();
    });
  });
  const link = new RPCLink<Record<never, never>>({ port });
  port.start();
  return { link, closed, isClosed: () => isClosed, close: () => port.close() };
}
