import { expect, test } from 'vitest';
import { instanceSchema } from '../../shared/contract/instances.ts';
import { describeInstance, type InstanceFacts } from './describe-instance.ts';
import { type FakeShape, fakeInspect } from './fake-inspect.test-support.ts';
import { storageOf } from './storage/storage-verdict.ts';

const describeShape = (shape: FakeShape, change: Partial<InstanceFacts> = {}) => {
  const inspect = fakeInspect(shape);
  return describeInstance(inspect, {
    storage: storageOf(inspect, null),
    decisiveLogLine: null,
    halfInitialised: false,
    resetUnavailable: null,
    recreateUnavailable: null,
    operationId: null,
    readiness: { ready: true, initialising: false },
    crashLooping: false,
    ...change,
  });
};

test('a running one fits the contract', () => {
  const instance = describeShape({
    env: ['PG_MAJOR=16', 'PG_VERSION=16.10-1.pgdg12+1', 'PGDATA=/var/lib/postgresql/data'],
    labels: { 'dev.howdah.managed': 'true', 'dev.howdah.built': 'locally' },
    ports: { '5432/tcp': [{ HostIp: '127.0.0.1', HostPort: '5433' }] },
  });
  expect(instanceSchema.parse(instance)).toMatchObject({
    name: 'pg',
    state: 'running',
    version: '16.10',
    major: 16,
    variant: 'bookworm',
    builtLocally: true,
    origin: { kind: 'howdah' },
    addresses: [{ containerPort: 5432, protocol: 'tcp', hostIp: '127.0.0.1', hostPort: 5433 }],
    exitCode: null,
    createdAtMs: Date.parse('2026-01-01T00:00:00.123Z'),
    startedAtMs: Date.parse('2026-01-01T00:00:01.123Z'),
  });
});

test('a killed one says so, and shows the ports it was made with', () => {
  const instance = describeShape(
    {
      state: { Status: 'exited', Running: false, ExitCode: 137 },
      host: { PortBindings: { '5432/tcp': [{ HostIp: '', HostPort: '5434' }] } },
      labels: { 'com.docker.compose.project': 'shop', 'com.docker.compose.service': 'db' },
    },
    { readiness: { ready: null, initialising: false } },
  );
  expect(instance).toMatchObject({
    state: 'stopped',
    ready: null,
    exitCode: 137,
    uncleanShutdown: true,
    startedAtMs: null,
    addresses: [{ hostIp: '0.0.0.0', hostPort: 5434 }],
    origin: { kind: 'compose', project: 'shop', service: 'db' },
  });
});
