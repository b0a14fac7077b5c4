import { expect, test } from 'vitest';
import type { ContainerInspect, HostConfig } from '../../docker/engine-types.ts';
import { recreateBody } from './recreate-body.ts';

const id = 'a1b2c3d4e5f6'.padEnd(64, '0');
const anonymous = 'f'.repeat(64);

function inspectOf(changes: {
  config?: object;
  host?: HostConfig;
  mounts?: ContainerInspect['Mounts'];
  networks?: ContainerInspect['NetworkSettings']['Networks'];
  extra?: object;
}): ContainerInspect {
  const { config, host, mounts, networks, extra } = changes;
  const state = { Status: 'running', Running: true, Paused: false, Restarting: false, OOMKilled: false };
  return {
    ...{ Id: id, Name: '/shop', Created: '', Image: 'sha256:1', RestartCount: 0, Mounts: mounts ?? [] },
    State: { ...state, ExitCode: 0, Error: '', StartedAt: '', FinishedAt: '' },
    Config: { Image: 'postgres:16', Hostname: 'a1b2c3d4e5f6', Labels: { mine: 'yes' }, ...config },
    HostConfig: { NetworkMode: 'default', ...host },
    NetworkSettings: { Networks: networks ?? { bridge: { NetworkID: 'n', Aliases: null } } },
    ...extra,
  };
}

const options = { image: 'postgres:16', operationId: 'op1' };
const volume = (Name: string, Destination: string, RW = true) => ({
  ...{ Type: 'volume', Name, Source: `/var/lib/docker/volumes/${Name}/_data`, Destination, RW },
});

test('a host name that the engine gave is left to it; one that was chosen is kept', () => {
  expect(recreateBody(inspectOf({}), options).body.Hostname).toBeUndefined();
  const chosen = inspectOf({ config: { Hostname: 'db-host' } });
  expect(recreateBody(chosen, options).body.Hostname).toBe('db-host');
});

test('labels stay, the operation signs', () => {
  expect(recreateBody(inspectOf({}), options).body.Labels).toEqual({
    mine: 'yes',
    'dev.howdah.operation': 'op1',
  });
});

test('unnamed volumes are carried over by name, named ones are not doubled', () => {
  const inspect = inspectOf({
    host: {
      Binds: ['shop-data:/var/lib/postgresql/data', '/home/me:/notes:ro'],
      Mounts: [
        { Type: 'volume', Target: '/unnamed' },
        { Type: 'volume', Source: 'other', Target: '/other', ReadOnly: true },
      ],
    },
    mounts: [
      volume('shop-data', '/var/lib/postgresql/data'),
      volume(anonymous, '/unnamed'),
      volume('e'.repeat(64), '/image-volume', false),
      volume('other', '/other', false),
    ],
  });
  expect(recreateBody(inspect, options).body.HostConfig).toMatchObject({
    Binds: [
      'shop-data:/var/lib/postgresql/data',
      '/home/me:/notes:ro',
      `${anonymous}:/unnamed`,
      `${'e'.repeat(64)}:/image-volume:ro`,
    ],
    Mounts: [{ Type: 'volume', Source: 'other', Target: '/other', ReadOnly: true }],
  });
});

test('a reset swaps the volume and nothing else, whichever way it was mounted', () => {
  const swap = { from: 'shop-data', to: 'shop-data.2' };
  const bound = inspectOf({ host: { Binds: ['shop-data:/data:rw', 'shop-data-2:/more'] } });
  expect(recreateBody(bound, { ...options, swap }).body.HostConfig?.Binds).toEqual([
    'shop-data.2:/data:rw',
    'shop-data-2:/more',
  ]);
  const mounted = inspectOf({ host: { Mounts: [{ Type: 'volume', Source: 'shop-data', Target: '/data' }] } });
  expect(recreateBody(mounted, { ...options, swap }).body.HostConfig?.Mounts).toEqual([
    { Type: 'volume', Source: 'shop-data.2', Target: '/data' },
  ]);
});

test('what was asked of a network is kept, what the engine gave is not', () => {
  const inspect = inspectOf({
    host: { NetworkMode: 'backend' },
    networks: {
      backend: {
        Aliases: ['database', 'a1b2c3d4e5f6'],
        IPAMConfig: { IPv4Address: '10.0.0.7' },
        IPAddress: '10.0.0.7',
        MacAddress: '02:42:0a:00:00:07',
      },
      second: { Aliases: ['a1b2c3d4e5f6'], IPAMConfig: null, Links: ['redis:cache'] },
    },
  });
  const { body, otherNetworks } = recreateBody(inspect, options);
  expect(body.NetworkingConfig?.EndpointsConfig).toEqual({
    backend: { Aliases: ['database'], IPAMConfig: { IPv4Address: '10.0.0.7' } },
  });
  expect(otherNetworks).toEqual([{ name: 'second', endpoint: { Links: ['redis:cache'] } }]);
});

test.each(['host', 'none', 'container:abc'])('%s has no networks to join', (mode) => {
  const { body, otherNetworks } = recreateBody(inspectOf({ host: { NetworkMode: mode } }), options);
  expect(body.NetworkingConfig).toBeUndefined();
  expect(otherNetworks).toEqual([]);
});

test('links are asked for in another way than they are told', () => {
  const inspect = inspectOf({ host: { Links: ['/redis:/shop/cache'] } });
  expect(recreateBody(inspect, options).body.HostConfig?.Links).toEqual(['redis:cache']);
});

test('the platform is that of the image the engine chose', () => {
  const platform = { os: 'linux', architecture: 'arm64', variant: 'v8' };
  const inspect = inspectOf({ extra: { ImageManifestDescriptor: { platform } } });
  expect(recreateBody(inspect, options).platform).toBe('linux/arm64/v8');
  expect(recreateBody(inspectOf({}), options).platform).toBeUndefined();
});
