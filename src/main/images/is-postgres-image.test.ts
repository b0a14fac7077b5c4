import { expect, test } from 'vitest';
import { isPostgresImage } from './is-postgres-image.ts';

test.each([
  'postgres',
  'postgres:16',
  'postgres:18beta1-alpine3.22',
  'docker.io/library/postgres@sha256:0123',
  'localhost:5000/postgres:16',
  'postgis/postgis:16-3.4',
  'ghcr.io/baosystems/postgis:16',
  'pgvector/pgvector:pg17',
  'tensorchord/pgvecto-rs:pg16-v0.3.0',
  'timescale/timescaledb:latest-pg16',
  'timescale/timescaledb-ha:pg17',
  'supabase/postgres:15.1.0.147',
  'bitnami/postgresql:16',
  'bitnami/postgresql-repmgr',
  'cimg/postgres:14.0',
  'cimg/postgres:14.0-postgis',
  'citusdata/citus:12',
  'citusdata/pg_auto_failover:v2.1',
  'registry.access.redhat.com/rhel9/postgresql-16',
  'ghcr.io/cloudnative-pg/postgresql:16.3',
  'quay.io/sclorg/postgresql-13-c9s',
  'ghcr.io/zalando/spilo-16:3.3-p1',
  'paradedb/paradedb:latest',
])('%s is one', (reference) => {
  expect(isPostgresImage(reference)).toBe(true);
});

test.each([
  'redis:7',
  'prometheuscommunity/postgres-exporter',
  'bitnami/postgres-exporter',
  'dpage/pgadmin4',
  'edoburu/pgbouncer',
  'bitnami/pgpool',
  'registry.opensource.zalan.do/acid/postgres-operator',
  'prodrigestivill/postgres-backup-local',
  'postgrest/postgrest',
  'supabase/postgres-meta',
  'postgres/redis:7',
  'mypostgresapp',
  'sha256:0123',
  '',
])('%s is none', (reference) => {
  expect(isPostgresImage(reference)).toBe(false);
});
