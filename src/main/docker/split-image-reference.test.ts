import { expect, test } from 'vitest';
import { splitImageReference } from './split-image-reference.ts';

test.each([
  ['postgres', 'postgres', 'latest'],
  ['postgres:16', 'postgres', '16'],
  ['localhost:5000/postgres', 'localhost:5000/postgres', 'latest'],
  ['localhost:5000/x/postgres:16-alpine', 'localhost:5000/x/postgres', '16-alpine'],
  ['postgres@sha256:abc', 'postgres', 'sha256:abc'],
  ['postgres:16@sha256:abc', 'postgres:16', 'sha256:abc'],
])('%s', (reference, repository, tag) => {
  expect(splitImageReference(reference)).toEqual({ repository, tag });
});
