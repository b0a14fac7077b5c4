import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { RendererFile, RendererFiles } from './renderer-files.ts';
import { securityHeaders } from './security-headers.ts';

export interface PageSite {
  files: RendererFiles;
  /** See {@link securityHeaders}. */
  connectSources: readonly string[];
}

export interface PageAnswer {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer>;
}

const noncePlaceholder = '__CSP_NONCE__';
const empty = new Uint8Array();

/**
 * Answers a request for a file of the window: the same bytes and headers under the loopback server and Electron's
 * own scheme. `target` is taken as it came, undecoded; what is not exactly a listed address is 404.
 * In HTML files every `__CSP_NONCE__` becomes this answer's nonce.
 */
export async function answerPageRequest(site: PageSite, method: string, target: string): Promise<PageAnswer> {
  const nonce = randomBytes(18).toString('base64');
  const headers = securityHeaders(nonce, site.connectSources);
  const file = site.files.get(target);
  if (file === undefined) return refuse(404, headers);
  if (method !== 'GET' && method !== 'HEAD') return refuse(405, { ...headers, Allow: 'GET, HEAD' });
  const body = await readBody(file, nonce);
  Object.assign(headers, {
    'Content-Type': file.contentType,
    'Cache-Control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-store',
    'Content-Length': String(body.byteLength),
  });
  return { status: 200, headers, body: method === 'HEAD' ? empty : body };
}

function refuse(status: number, headers: Record<string, string>): PageAnswer {
  return { status, headers: { ...headers, 'Cache-Control': 'no-store', 'Content-Length': '0' }, body: empty };
}

async function readBody(file: RendererFile, nonce: string): Promise<Uint8Array<ArrayBuffer>> {
  if (!file.contentType.startsWith('text/html')) return new Uint8Array(await readFile(file.file));
  const html = await readFile(file.file, 'utf8');
  return new TextEncoder().encode(html.replaceAll(noncePlaceholder, nonce));
}
