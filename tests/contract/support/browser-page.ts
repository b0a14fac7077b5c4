import { WebSocket } from 'ws';
import type { ConnectEnvironment, PageSocket } from '../../../src/renderer/src/api/connect-environment.ts';

/** What a browser window is to the connection: an address, a session storage, sockets with the right Origin. */
export interface BrowserPage extends ConnectEnvironment {
  readonly address: { href: string };
  readonly kept: Map<string, string>;
  readonly sockets: WebSocket[];
}

export function openPage(url: string, kept = new Map<string, string>()): BrowserPage {
  const address = { href: url };
  const { origin } = new URL(url);
  const sockets: WebSocket[] = [];
  return {
    address,
    kept,
    sockets,
    href: () => address.href,
    replaceHref: (href) => {
      address.href = new URL(href, address.href).href;
    },
    storage: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => kept.set(key, value),
      removeItem: (key) => kept.delete(key),
    },
    fetch: (target, init) => fetch(target, { ...init, headers: { ...init.headers, origin } }),
    openSocket: (target) => {
      const socket = new WebSocket(target, { origin });
      // A page's socket reports an error without anyone listening; `close` follows.
      socket.on('error', () => undefined);
      sockets.push(socket);
      return asPageSocket(socket);
    },
    requestPort: () => Promise.reject(new Error('A browser page has no port')),
  };
}

/** `ws` follows the browser's interface; only its declarations differ. */
function asPageSocket(socket: WebSocket): PageSocket {
  return socket as unknown as PageSocket;
}
