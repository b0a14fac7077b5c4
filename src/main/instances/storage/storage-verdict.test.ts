import { describe, expect, test } from 'vitest';
import type { MountPoint } from '../../docker/engine-types.ts';
import { type FakeShape, fakeInspect } from '../fake-inspect.test-support.ts';
import { storageOf } from './storage-verdict.ts';

const pgdata = ['PGDATA=/var/lib/postgresql/data'];
const pgdata18 = ['PGDATA=/var/lib/postgresql/18/docker'];
const anonymousName = 'ab'.repeat(32);
const volume = (Name: string, Destination: string): MountPoint => ({
  Type: 'volume',
  Name,
  Source: `/var/lib/docker/volumes/${Name}/_data`,
  Destination,
});
const folder = (Source: string, Destination: string): MountPoint => ({ Type: 'bind', Source, Destination });

interface Row {
  name: string;
  shape: FakeShape;
  kind: string;
  verdict: string;
  source?: string | null;
  beside?: { source: string; mountPath: string } | null;
}

const rows: Row[] = [
  {
    name: 'named volume at the data directory',
    shape: { env: pgdata, mounts: [volume('shop', '/var/lib/postgresql/data')] },
    kind: 'named-volume',
    verdict: 'kept',
    source: 'shop',
  },
  {
    name: 'named volume, data in a folder of it',
    shape: {
      env: ['PGDATA=/var/lib/postgresql/data/pgdata'],
      mounts: [volume('shop', '/var/lib/postgresql/data')],
    },
    kind: 'named-volume',
    verdict: 'kept',
    source: 'shop',
  },
  {
    name: 'folder',
    shape: { env: pgdata, mounts: [folder('/srv/pg', '/var/lib/postgresql/data/')] },
    kind: 'folder',
    verdict: 'kept',
    source: '/srv/pg',
  },
  {
    name: 'anonymous volume',
    shape: { env: pgdata, mounts: [volume(anonymousName, '/var/lib/postgresql/data')] },
    kind: 'anonymous-volume',
    verdict: 'orphaned-on-removal',
    source: anonymousName,
  },
  {
    name: 'anonymous volume of a --rm container',
    shape: {
      env: pgdata,
      mounts: [volume(anonymousName, '/var/lib/postgresql/data')],
      host: { AutoRemove: true },
    },
    kind: 'anonymous-volume',
    verdict: 'not-protected',
    source: anonymousName,
  },
  {
    name: 'up to 17, volume one level too high',
    shape: {
      env: pgdata,
      mounts: [volume('shop', '/var/lib/postgresql'), volume(anonymousName, '/var/lib/postgresql/data')],
    },
    kind: 'anonymous-volume',
    verdict: 'not-protected',
    source: anonymousName,
    beside: { source: 'shop', mountPath: '/var/lib/postgresql' },
  },
  {
    name: '18, volume where it belongs',
    shape: { env: pgdata18, mounts: [volume('shop', '/var/lib/postgresql')] },
    kind: 'named-volume',
    verdict: 'kept',
    source: 'shop',
  },
  {
    name: '18, volume at the place of 17',
    shape: {
      env: pgdata18,
      mounts: [volume('shop', '/var/lib/postgresql/data'), volume(anonymousName, '/var/lib/postgresql')],
    },
    kind: 'anonymous-volume',
    verdict: 'not-protected',
    source: anonymousName,
    beside: { source: 'shop', mountPath: '/var/lib/postgresql/data' },
  },
  {
    name: 'own PGDATA outside the volume',
    shape: { env: ['PGDATA=/pgdata'], mounts: [volume('shop', '/var/lib/postgresql/data')] },
    kind: 'container',
    verdict: 'not-protected',
    source: null,
    beside: { source: 'shop', mountPath: '/var/lib/postgresql/data' },
  },
  {
    name: '-D outside the volume',
    shape: {
      env: pgdata,
      cmd: ['postgres', '-D', '/elsewhere'],
      mounts: [volume('shop', '/var/lib/postgresql/data')],
    },
    kind: 'container',
    verdict: 'not-protected',
    source: null,
    beside: { source: 'shop', mountPath: '/var/lib/postgresql/data' },
  },
  {
    name: 'nothing mounted',
    shape: { env: pgdata },
    kind: 'container',
    verdict: 'not-protected',
    source: null,
  },
  {
    name: 'a folder of init scripts is not beside anything',
    shape: {
      env: pgdata,
      mounts: [
        folder('/src/init', '/docker-entrypoint-initdb.d'),
        volume(anonymousName, '/var/lib/postgresql/data'),
      ],
    },
    kind: 'anonymous-volume',
    verdict: 'orphaned-on-removal',
    source: anonymousName,
  },
  {
    name: '--tmpfs',
    shape: { env: pgdata, host: { Tmpfs: { '/var/lib/postgresql/data': 'rw' } } },
    kind: 'memory',
    verdict: 'memory-only',
    source: null,
  },
  {
    name: '--mount type=tmpfs',
    shape: {
      env: pgdata,
      host: { Mounts: [{ Type: 'tmpfs', Target: '/var/lib/postgresql/data' }] },
      mounts: [{ Type: 'tmpfs', Source: '', Destination: '/var/lib/postgresql/data' }],
    },
    kind: 'memory',
    verdict: 'memory-only',
    source: null,
  },
  {
    name: 'tmpfs inside a volume',
    shape: {
      env: pgdata,
      host: { Tmpfs: { '/var/lib/postgresql/data': '' } },
      mounts: [volume('shop', '/var/lib/postgresql')],
    },
    kind: 'memory',
    verdict: 'memory-only',
    source: null,
  },
  {
    name: 'volume inside a tmpfs',
    shape: {
      env: pgdata,
      host: { Tmpfs: { '/var/lib': '' } },
      mounts: [volume('shop', '/var/lib/postgresql/data')],
    },
    kind: 'named-volume',
    verdict: 'kept',
    source: 'shop',
  },
  {
    name: 'a path that only begins alike',
    shape: {
      env: ['PGDATA=/var/lib/postgresql/data2'],
      mounts: [volume('shop', '/var/lib/postgresql/data')],
    },
    kind: 'container',
    verdict: 'not-protected',
    source: null,
    beside: { source: 'shop', mountPath: '/var/lib/postgresql/data' },
  },
  {
    name: 'bitnami',
    shape: {
      env: ['POSTGRESQL_VOLUME_DIR=/bitnami/postgresql'],
      mounts: [volume('shop', '/bitnami/postgresql')],
    },
    kind: 'named-volume',
    verdict: 'kept',
    source: 'shop',
  },
];

describe('storageOf', () => {
  test.each(rows)('$name', ({ shape, kind, verdict, source, beside }) => {
    const storage = storageOf(fakeInspect(shape), null);
    expect(storage).toMatchObject({ kind, verdict, source, beside: beside ?? null });
  });
});
