import { expect, test } from 'vitest';
import { AppFailure } from '../lib/app-failure.ts';
import type { RequestSubject } from './docker-errors.ts';
import { enginePath } from './engine-path.ts';

const kinds: RequestSubject['kind'][] = ['container', 'image', 'volume', 'network'];

test.each([
  ['container', 'shop_db-1.x'],
  ['volume', 'f'.repeat(64)],
  ['image', 'postgres:16'],
  ['image', 'localhost:5000/a/postgres:16-alpine'],
  ['image', `postgres@sha256:${'0'.repeat(64)}`],
] as const)('%s %s', (kind, name) => {
  expect(enginePath({ kind, name })).toBe(name);
});

test.each(['', '.', '..', '../volumes/x', 'a/../b', 'a//b', 'a/', 'a?force=1', 'a b', 'a%2fb', 'ä', 'a\nb'])(
  'refuses "%s"',
  (name) => {
    for (const kind of kinds) expect(() => enginePath({ kind, name })).toThrow(AppFailure);
  },
);
