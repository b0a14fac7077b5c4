import { protocol } from 'electron';
import { answerPageRequest, type PageSite } from '../transport/answer-page-request.ts';

export const pageScheme = 'howdah';
export const pageOrigin = `${pageScheme}://app`;
/** Address of the window: the same path as under the loopback server. */
export const pageUrl = `${pageOrigin}/howdah/`;

/** Makes `howdah:` a scheme with an origin, as https is. Must run before the app is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Answers the scheme with the window's files: the same bytes, headers and policy as the loopback server's. */
export function servePages(files: PageSite['files']): void {
  const site: PageSite = { files, connectSources: [] };
  protocol.handle(pageScheme, async (request) => {
    const url = new URL(request.url);
    const target = url.host === 'app' ? `${url.pathname}${url.search}` : '';
    const { status, headers, body } = await answerPageRequest(site, request.method, target);
    return new Response(body, { status, headers });
  });
}
