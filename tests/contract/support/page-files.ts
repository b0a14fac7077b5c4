import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A directory with a tiny built window and, beside it, a file that must never be served. */
export async function makePageFiles(): Promise<{ root: string; renderer: string }> {
  const root = await mkdtemp(join(tmpdir(), 'howdah-page-'));
  const renderer = join(root, 'renderer');
  await mkdir(join(renderer, 'assets'), { recursive: true });
  await writeFile(join(root, 'secret.txt'), 'secret');
  const html =
    '<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__"><title>Howdah</title><p>page</p>';
  await writeFile(join(renderer, 'index.html'), html);
  await writeFile(join(renderer, 'assets', 'index-abc.js'), 'export {};');
  await writeFile(join(renderer, 'assets', 'index-abc.js.map'), '{}');
  await writeFile(join(renderer, 'assets', 'style-abc.css'), 'p { color: red }');
  return { root, renderer };
}
