import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BenchRow } from './compare.ts';

const renderer = resolve(import.meta.dirname, '../../out/renderer');

/** JavaScript that the page asks for before its first list: the entry and all that it imports statically. */
export async function benchFirstLoad(): Promise<BenchRow[]> {
  const html = await readFile(join(renderer, 'index.html'), 'utf8');
  const files = new Set(
    [...html.matchAll(/(?:src|href)="\.?\/?([^"]+\.js)"/g)].map((match) => match[1] ?? ''),
  );
  let bytes = 0;
  for (const file of files) {
    const source = await readFile(join(renderer, file), 'utf8');
    bytes += gzipSync(source, { level: 9 }).length;
    for (const [, path] of source.matchAll(/from\s*["']\.\/([^"']+\.js)["']/g)) files.add(`assets/${path}`);
  }
  return [
    {
      name: 'first-load JavaScript, gzip',
      unit: 'kB',
      ours: bytes / 1000,
      plain: null,
      aim: 350,
      samples: 1,
    },
  ];
}
