import { app, type Session, shell, type WebContents } from 'electron';
import { isAllowedExternalUrl } from '../platform/is-allowed-external-url.ts';
import { pageUrl } from './page-scheme.ts';

/** Confines every page of the app, now and later: no navigation, no further windows, no web views, no permissions. */
export function guardContents(): void {
  app.on('web-contents-created', (_, contents) => {
    denyLeaving(contents);
    denyPermissions(contents.session);
  });
}

function denyLeaving(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (event.url.split('#')[0] !== pageUrl) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (isAllowedExternalUrl(url)) void shell.openExternal(url);
    return { action: 'deny' };
  });
}

/** Copying text is the one thing that the page may do beyond a plain page. */
function denyPermissions(session: Session): void {
  const isAllowed = (permission: string): boolean => permission === 'clipboard-sanitized-write';
  session.setPermissionRequestHandler((_, permission, answer) => answer(isAllowed(permission)));
  session.setPermissionCheckHandler((_, permission) => isAllowed(permission));
  session.setDevicePermissionHandler(() => false);
}
