import { expect, test } from 'vitest';
import { imageVariant } from './image-variant.ts';

test.each([
  ['postgres:16', '16.10-1.pgdg12+1', 'bookworm'],
  ['postgres:16', '16.10-1.pgdg130+1', 'trixie'],
  ['postgres:16-alpine', '16.10', 'alpine'],
  ['postgres:16-alpine3.20', '16.10', 'alpine'],
  ['postgres:18-trixie@sha256:abc', null, 'trixie'],
  ['postgres:16', '16.14', null],
  ['registry:5000/alpine', null, null],
])('%s %s', (reference, version, variant) => {
  expect(imageVariant(reference, version)).toBe(variant);
});
