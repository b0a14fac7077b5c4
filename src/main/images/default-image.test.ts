import { expect, test } from 'vitest';
import type { PostgresImage } from '../../shared/contract/images.ts';
import { defaultImage } from './default-image.ts';

function image(reference: string): PostgresImage {
  return {
    id: 'sha256:1',
    reference,
    major: null,
    version: null,
    sizeBytes: 1,
    createdAtMs: 1,
    builtLocally: false,
    dataDirectory: '/d',
    mountPath: '/d',
  };
}

test.each([
  ['none on the engine', [], 'postgres:18'],
  ['the newest plain one', ['postgres:17', 'postgres:16'], 'postgres:17'],
  ['a plain one before a newer relative', ['postgis/postgis:18-3.6', 'postgres:17'], 'postgres:17'],
  [
    'a relative when there is no plain one',
    ['postgis/postgis:17-3.5', 'pgvector/pgvector:pg16'],
    'postgis/postgis:17-3.5',
  ],
])('%s', (_name, references, expected) => {
  expect(defaultImage(references.map(image))).toBe(expected);
});
