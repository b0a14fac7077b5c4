import type { IncomingMessage } from 'node:http';

/** The one name under which the server answers. */
export interface OwnAddress {
  /** `127.0.0.1:PORT` */
  host: string;
  /** `http://127.0.0.1:PORT` */
  origin: string;
}

/**
 * Whether a request names exactly this server, once. `Host` is always required (against DNS rebinding); `Origin` must
 * match wherever it is sent, and be there when `originRequired` (against other pages and other programs' pages).
 */
export function isOwnRequest(request: IncomingMessage, own: OwnAddress, originRequired: boolean): boolean {
  const { host = [], origin = [] } = request.headersDistinct;
  if (host.length !== 1 || host[0] !== own.host) return false;
  if (origin.length === 0) return !originRequired;
  return origin.length === 1 && origin[0] === own.origin;
}
