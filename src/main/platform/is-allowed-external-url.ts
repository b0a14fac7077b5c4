/** Hosts of the pages that the window links to. */
const hosts = new Set(['docs.docker.com']);

/** Whether the app may hand this address to the person's browser: https, no credentials or port, a known place. */
export function isAllowedExternalUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '' || url.port !== '')
    return false;
  return hosts.has(url.hostname);
}
