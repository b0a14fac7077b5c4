import { pageLink } from '../../../shared/page-link.ts';
import type { ConnectEnvironment } from './connect-environment.ts';

const storageKey = 'howdah-session';

/**
 * The secret that opens this window's socket: traded for the token in the address's fragment, else the one kept from
 * before a reload. The token leaves the address as soon as the server has answered; a route behind it stays (`#token=T/volumes` -> `#/volumes`).
 * Null: there is none, the window has to be opened anew from the app.
 * @throws Error when the server cannot be reached.
 */
export async function obtainSession(environment: ConnectEnvironment): Promise<string | null> {
  const url = new URL(environment.href());
  const [, token, route] = /^#token=([\w-]+)(\/.*)?$/.exec(url.hash) ?? [];
  if (token !== undefined) {
    const secret = await tradeToken(environment, new URL(pageLink.sessionPath, url), token);
    environment.replaceHref(`${url.pathname}#${route ?? '/'}`);
    if (secret !== null) environment.storage.setItem(storageKey, secret);
  }
  return environment.storage.getItem(storageKey);
}

export function forgetSession(environment: ConnectEnvironment): void {
  environment.storage.removeItem(storageKey);
}

async function tradeToken(environment: ConnectEnvironment, url: URL, token: string): Promise<string | null> {
  const response = await environment.fetch(url.href, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
    credentials: 'omit',
    cache: 'no-store',
  });
  if (!response.ok) return null;
  const answer: unknown = await response.json();
  const secret = typeof answer === 'object' && answer !== null && 'secret' in answer ? answer.secret : null;
  return typeof secret === 'string' ? secret : null;
}
