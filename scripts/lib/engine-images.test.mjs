import { expect, test } from 'vitest';
import { isPostgresImage } from './engine-images.mjs';

test.each([
  ['postgres:16', true],
  ['localhost:5000/postgres:18-alpine', true],
  ['postgis/postgis:16-3.4', true],
  ['pgvector/pgvector@sha256:00', true],
  ['postgres-exporter:1', false],
  ['redis:7', false],
])('%s is PostgreSQL: %s', (name, expected) => {
  expect(isPostgresImage(name)).toBe(expected);
});
