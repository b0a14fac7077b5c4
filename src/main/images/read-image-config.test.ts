import { expect, test } from 'vitest';
import { readImageConfig } from './read-image-config.ts';

function config(env: string[], volumes: string[], labels: Record<string, string> = {}) {
  const Volumes = Object.fromEntries(volumes.map((path) => [path, {}]));
  return { Config: { Image: '', Env: env, Volumes, Labels: labels } };
}

test.each([
  [
    'the official 16',
    config(
      ['PG_MAJOR=16', 'PG_VERSION=16.10-1.pgdg13+1', 'PGDATA=/var/lib/postgresql/data'],
      ['/var/lib/postgresql/data'],
    ),
    'postgres:16',
    {
      dataDirectory: '/var/lib/postgresql/data',
      mountPath: '/var/lib/postgresql/data',
      version: '16.10',
      major: 16,
    },
  ],
  [
    'the official 18: the volume is above',
    config(
      ['PG_MAJOR=18', 'PG_VERSION=18.0-1', 'PGDATA=/var/lib/postgresql/18/docker'],
      ['/var/lib/postgresql'],
    ),
    'postgres:18',
    {
      dataDirectory: '/var/lib/postgresql/18/docker',
      mountPath: '/var/lib/postgresql',
      version: '18.0',
      major: 18,
    },
  ],
  [
    'a beta',
    config(['PG_MAJOR=18', 'PG_VERSION=18~beta1-1.pgdg', 'PGDATA=/d'], []),
    'postgres:18beta1',
    { dataDirectory: '/d', mountPath: '/d', version: '18', major: 18 },
  ],
  [
    'the longest VOLUME, and none that only begins alike',
    config(['PGDATA=/var/lib/pg/data'], ['/var/lib', '/var/lib/pg/', '/var/lib/p']),
    'x/postgres:15.3-alpine',
    { dataDirectory: '/var/lib/pg/data', mountPath: '/var/lib/pg', version: null, major: 15 },
  ],
  [
    'no VOLUME',
    config(['PGDATA=/home/postgres/pgdata/data'], []),
    'timescale/timescaledb-ha:pg17',
    {
      dataDirectory: '/home/postgres/pgdata/data',
      mountPath: '/home/postgres/pgdata/data',
      version: null,
      major: 17,
    },
  ],
  [
    'a tag that tells nothing',
    config(['PGDATA=/d'], []),
    'postgres:latest',
    { dataDirectory: '/d', mountPath: '/d', version: null, major: null },
  ],
])('%s', (_name, image, reference, expected) => {
  expect(readImageConfig(image, reference)).toMatchObject({ ...expected, builtLocally: false });
});

test('the label of the bootstrap', () => {
  const image = config([], [], { 'dev.howdah.built': 'locally' });
  expect(readImageConfig(image, 'postgres:16').builtLocally).toBe(true);
});
