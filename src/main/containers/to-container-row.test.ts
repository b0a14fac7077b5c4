import { expect, test } from 'vitest';
import type { ContainerSummary } from '../docker/engine-types.ts';
import { toContainerRow } from './to-container-row.ts';

const anonymous = 'f'.repeat(64);
const summary: ContainerSummary = {
  id: 'c1',
  names: ['shop'],
  image: 'postgres:16',
  imageId: 'sha256:1',
  state: 'running',
  status: 'Up 2 hours (healthy)',
  createdAtMs: 1_000,
  labels: {},
  ports: [
    { ip: '::', privatePort: 5432, publicPort: 5432, type: 'tcp' },
    { ip: '0.0.0.0', privatePort: 5432, publicPort: 5432, type: 'tcp' },
    { ip: '', privatePort: 9187, publicPort: null, type: 'tcp' },
  ],
  mounts: [
    { type: 'volume', name: 'shop-data', source: '/v/shop-data', destination: '/var/lib/postgresql/data' },
    { type: 'volume', name: anonymous, source: '/v/f', destination: '/extra' },
    { type: 'bind', name: null, source: '/home/me', destination: '/scripts' },
  ],
};
const nothing = { autoRemove: false, hasDataDirectory: false };

test('maps a row', () => {
  expect(toContainerRow(summary, { autoRemove: true, hasDataDirectory: false })).toEqual({
    id: 'c1',
    name: 'shop',
    image: 'postgres:16',
    state: 'running',
    status: 'Up 2 hours (healthy)',
    ports: [
      { containerPort: 5432, protocol: 'tcp', hostIp: '0.0.0.0', hostPort: 5432 },
      { containerPort: 5432, protocol: 'tcp', hostIp: '::', hostPort: 5432 },
    ],
    origin: { kind: 'other' },
    isPostgres: true,
    createdAtMs: 1_000,
    anonymousVolumes: [anonymous],
    autoRemove: true,
  });
});

test.each([
  ['a family', 'postgis/postgis:16-3.4', {}, nothing, true],
  ['PGDATA in the image', 'registry.lan/db:1', {}, { ...nothing, hasDataDirectory: true }, true],
  ['the label', 'sha256:123', { 'dev.howdah.managed': 'true' }, nothing, true],
  ['none of them', 'redis:7', {}, nothing, false],
])('Postgres by %s', (_name, image, labels, facts, expected) => {
  expect(toContainerRow({ ...summary, image, labels }, facts).isPostgres).toBe(expected);
});

test.each([
  ['paused', 'paused'],
  ['removing', 'removing'],
  ['configured', 'created'],
  ['stopping', 'running'],
  ['stopped', 'exited'],
])('state %s is %s', (state, expected) => {
  expect(toContainerRow({ ...summary, state }, nothing).state).toBe(expected);
});

test('a container of a compose project says so', () => {
  const labels = { 'com.docker.compose.project': 'shop', 'com.docker.compose.service': 'db' };
  expect(toContainerRow({ ...summary, labels }, nothing).origin).toEqual({
    kind: 'compose',
    project: 'shop',
    service: 'db',
  });
});
