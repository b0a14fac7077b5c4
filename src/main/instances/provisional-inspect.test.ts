import { expect, test } from 'vitest';
import type { ContainerSummary } from '../docker/engine-types.ts';
import { fakeImage } from './fake-inspect.test-support.ts';
import { publishedAddresses } from './ports/published-addresses.ts';
import { provisionalInspect } from './provisional-inspect.ts';
import { healthOf, isUncleanShutdown } from './state/instance-state.ts';
import { storageOf } from './storage/storage-verdict.ts';

const summary: ContainerSummary = {
  id: 'c'.repeat(64),
  names: ['shop'],
  image: 'postgres:16',
  imageId: `sha256:${'1'.repeat(64)}`,
  state: 'running',
  status: 'Up 2 hours (healthy)',
  createdAtMs: 1_700_000_000_000,
  labels: { 'dev.howdah.managed': 'true' },
  ports: [
    { ip: '127.0.0.1', privatePort: 5432, publicPort: 5433, type: 'tcp' },
    { ip: '', privatePort: 9999, publicPort: null, type: 'tcp' },
  ],
  mounts: [{ type: 'volume', name: 'shop-data', source: '/x', destination: '/data/pg' }],
};
const image = fakeImage({ env: ['PGDATA=/data/pg', 'PG_VERSION=16.4'] });

test('a running one', () => {
  const inspect = provisionalInspect(summary, image);
  expect(publishedAddresses(inspect)).toMatchObject([{ hostIp: '127.0.0.1', hostPort: 5433 }]);
  expect(storageOf(inspect, image)).toMatchObject({ source: 'shop-data', verdict: 'kept' });
  expect(healthOf(inspect.State)).toBe('healthy');
  expect(inspect.Config.Env).toContain('PG_VERSION=16.4');
});

test.each([
  ['exited', 'Exited (137) 3 minutes ago', true, 'none'],
  ['exited', 'Exited (0) About an hour ago', false, 'none'],
  ['created', 'Created', false, 'none'],
  ['running', 'Up 3 seconds (health: starting)', false, 'starting'],
  ['running', 'Up 3 seconds (unhealthy)', false, 'unhealthy'],
])('%s: %s', (state, status, unclean, health) => {
  const { State } = provisionalInspect({ ...summary, state, status }, null);
  expect(isUncleanShutdown(State)).toBe(unclean);
  expect(healthOf(State)).toBe(health);
});
