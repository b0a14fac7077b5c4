import { pageLink } from '../../../shared/page-link.ts';

/** A socket, as far as the connection needs it. */
export type PageSocket = Pick<
  WebSocket,
  'addEventListener' | 'removeEventListener' | 'send' | 'close' | 'readyState'
>;

/** What the connection needs of the page; tests hand in their own. */
export interface ConnectEnvironment {
  /** The page's whole address. */
  href(): string;
  /** Replaces the address without a step in the history. */
  replaceHref(href: string): void;
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  fetch(url: string, init: RequestInit): Promise<Response>;
  openSocket(url: string): PageSocket;
  /** Asks the preload script for this load's one port. */
  requestPort(): Promise<MessagePort>;
}

export function createPageEnvironment(page: Window & typeof globalThis = window): ConnectEnvironment {
  return {
    href: () => page.location.href,
    replaceHref: (href) => page.history.replaceState(page.history.state, '', href),
    storage: page.sessionStorage,
    fetch: (url, init) => page.fetch(url, init),
    openSocket: (url) => new page.WebSocket(url),
    requestPort: () =>
      new Promise((resolve) => {
        const take = (event: MessageEvent): void => {
          const [port] = event.ports;
          if (event.source !== page || event.data !== pageLink.portGiven || port === undefined) return;
          page.removeEventListener('message', take);
          resolve(port);
        };
        page.addEventListener('message', take);
        page.postMessage(pageLink.portWanted, '/');
      }),
  };
}
