const wholeHosts = new Set(['docs.docker.com', 'www.postgresql.org']);
const repositories = ['/howdah/'];

/** Whether the app may hand this address to the person's browser: https, no credentials or port, a known place. */
export function isAllowedExternalUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '' || url.port !== '')
    return false;
  if (wholeHosts.has(url.hostname)) return true;
  return url.hostname === 'github.com' && repositories.some((path) => `${url.pathname}/`.startsWith(path));
}
