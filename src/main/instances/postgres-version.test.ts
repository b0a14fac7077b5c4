import { expect, test } from 'vitest';
import { fakeInspect } from './fake-inspect.test-support.ts';
import { postgresVersion } from './postgres-version.ts';

test.each([
  ['postgres:16', ['PG_MAJOR=16', 'PG_VERSION=16.10-1.pgdg12+1'], '16.10', 16, 'bookworm'],
  ['postgres:16-alpine', ['PG_MAJOR=16', 'PG_VERSION=16.10'], '16.10', 16, 'alpine'],
  ['postgres:16-alpine3.20', ['PG_MAJOR=16', 'PG_VERSION=16.10'], '16.10', 16, 'alpine'],
  ['postgres:18-trixie', ['PG_MAJOR=18', 'PG_VERSION=18.0-1.pgdg13+3'], '18.0', 18, 'trixie'],
  ['postgres:16', ['PG_MAJOR=16', 'PG_VERSION=16.14'], '16.14', 16, null],
  ['timescale/timescaledb:2.15-pg16', ['PG_VERSION=16.4', 'PG_MAJOR=16'], '16.4', 16, null],
  ['bitnami/postgresql:15.3.0', ['APP_VERSION=15.3.0'], '15.3.0', 15, null],
  ['pgvector/pgvector:pg17', [], null, 17, null],
  ['registry:5000/own', [], null, null, null],
  ['postgres@sha256:abc', [], null, null, null],
])('%s %j', (image, env, version, major, variant) => {
  const inspect = fakeInspect({ env });
  inspect.Config.Image = image;
  expect(postgresVersion(inspect, null)).toEqual({ version, major, variant });
});
