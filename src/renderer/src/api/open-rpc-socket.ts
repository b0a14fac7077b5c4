import { RPCLink } from '@orpc/client/websocket';
import { pageLink } from '../../../shared/page-link.ts';
import type { ConnectEnvironment } from './connect-environment.ts';
import type { OpenLink } from './open-link.ts';

/**
 * Opens the socket and sends the secret.
 * @returns the link once the server is ready; `refused` when it does not know the secret; `unreachable` otherwise.
 */
export function openRpcSocket(
  environment: ConnectEnvironment,
  secret: string,
): Promise<OpenLink | 'refused' | 'unreachable'> {
  const url = new URL(pageLink.rpcPath, environment.href());
  url.protocol = 'ws:';
  url.hash = '';
  const socket = environment.openSocket(url.href);
  let isClosed = false;
  return new Promise((resolve) => {
    const closed = new Promise<void>((gone) => {
      socket.addEventListener('close', ({ code }) => {
        isClosed = true;
        gone();
        resolve(code === pageLink.notAuthorisedCode ? 'refused' : 'unreachable');
      });
    });
    const greet = ({ data }: MessageEvent): void => {
      socket.removeEventListener('message', greet);
      if (data === pageLink.ready) {
        const link = new RPCLink({ websocket: socket });
        resolve({ link, closed, isClosed: () => isClosed, close: () => socket.close() });
      } else socket.close();
    };
    socket.addEventListener('open', () => socket.send(secret));
    socket.addEventListener('message', greet);
  });
}
