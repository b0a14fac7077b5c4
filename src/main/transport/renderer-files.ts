import { readdir } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

export interface RendererFile {
  file: string;
  contentType: string;
  /** Content never changes under this name: the build puts a hash into it. */
  immutable: boolean;
}

/** Every address that can be answered, and nothing else: an exact map makes path traversal impossible. */
export type RendererFiles = ReadonlyMap<string, RendererFile>;

export const rendererBase = '/howdah/';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
const left = new Set(['.map']);

/**
 * Lists the built window once. Symbolic links and source maps are left out.
 * @throws Error when there is no build in `dir`.
 */
export async function listRendererFiles(dir: string): Promise<RendererFiles> {
  const files = new Map<string, RendererFile>();
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    throw new Error(`There is no built window in ${dir}: run "npm run build"`, { cause: error });
  });
  for (const entry of entries) {
    const extension = extname(entry.name);
    if (!entry.isFile() || left.has(extension)) continue;
    const file = join(entry.parentPath, entry.name);
    const path = relative(dir, file).split(sep).join('/');
    const contentType = contentTypes[extension] ?? 'application/octet-stream';
    files.set(`${rendererBase}${path}`, { file, contentType, immutable: path.startsWith('assets/') });
  }
  const index = files.get(`${rendererBase}index.html`);
  if (index === undefined) throw new Error(`There is no index.html in ${dir}: run "npm run build"`);
  files.set(rendererBase, index);
  return files;
}
