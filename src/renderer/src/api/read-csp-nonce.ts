/** Nonce that inline styles of this page need (`<meta name="csp-nonce">`), for libraries that make some. */
export function readCspNonce(page: Document = document): string {
  return page.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}
