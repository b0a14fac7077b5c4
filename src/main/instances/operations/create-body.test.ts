import { expect, test } from 'vitest';
import type { InstanceSpec, StorageSpec } from '../../../shared/instance-spec.ts';
import { createContainerCommand } from '../../commands/container-words.ts';
import { labels } from '../../docker/labels.ts';
import { createBody } from './create-body.ts';

const spec: InstanceSpec = {
  ...{ name: 'shop', image: 'postgres:16', user: "o'shop", password: 'p w', database: 'shop db' },
  ...{ hostPort: 5433, hostAddress: '127.0.0.1', storage: { kind: 'anonymous' }, initScripts: [] },
  ...{ restartPolicy: 'always', healthCheck: true, network: 'backend', parameters: [] },
};
const image = {
  mountPath: '/data',
  cmd: ['postgres', '-c', 'shared_preload_libraries=timescaledb'],
  apiVersion: null,
};

const bodyOf = (changes: Partial<InstanceSpec>) => createBody({ ...spec, ...changes }, image, 'op1');

test('says who made it and for whom', () => {
  expect(bodyOf({}).Labels).toEqual({
    [labels.managed]: 'true',
    [labels.instance]: 'shop',
    [labels.operation]: 'op1',
  });
  expect(createBody(spec, image, null).Labels).not.toHaveProperty(labels.operation);
});

test.each<[StorageSpec, object]>([
  [{ kind: 'named-volume', name: 'v' }, { Binds: ['v:/data'] }],
  [{ kind: 'existing-volume', name: 'v' }, { Binds: ['v:/data'] }],
  [{ kind: 'folder', path: '/home/me/db' }, { Binds: ['/home/me/db:/data'] }],
  [
    { kind: 'folder', path: '/home/me/a:b' },
    { Mounts: [{ Type: 'bind', Source: '/home/me/a:b', Target: '/data' }] },
  ],
  [{ kind: 'memory' }, { Tmpfs: { '/data': '' } }],
])('mounts %j where the image keeps its data', (storage, expected) => {
  expect(bodyOf({ storage }).HostConfig).toMatchObject(expected);
});

test('parameters come after what the image itself says', () => {
  expect(bodyOf({}).Cmd).toBeUndefined();
  const parameters = [{ name: 'max_connections', value: '37' }];
  expect(bodyOf({ parameters }).Cmd).toEqual([...image.cmd, '-c', 'max_connections=37']);
});

test('another port of the server is the one that is published and probed', () => {
  const body = bodyOf({ parameters: [{ name: 'port', value: '6000' }] });
  expect(body.HostConfig?.PortBindings).toEqual({ '6000/tcp': [{ HostIp: '127.0.0.1', HostPort: '5433' }] });
  expect(body.ExposedPorts).toEqual({ '6000/tcp': {} });
  expect(body.Healthcheck?.Test?.[1]).toContain('-p 6000');
});

test('the probe goes over TCP and is quoted for the shell of the container', () => {
  expect(bodyOf({}).Healthcheck?.Test).toEqual([
    'CMD-SHELL',
    `pg_isready -h 127.0.0.1 -U "o'shop" -d 'shop db'`,
  ]);
  expect(bodyOf({ healthCheck: false }).Healthcheck).toBeUndefined();
});

test.each([
  [null, undefined, '2s', 8],
  ['1.41', undefined, '2s', 8],
  ['1.44', 1e9, '5s', 3],
  ['1.51', 1e9, '5s', 3],
  ['2.0', 1e9, '5s', 3],
])(
  'a person soon sees it healthy with API %s, and the printed command says the same',
  (apiVersion, startInterval, interval, retries) => {
    const body = createBody(spec, { ...image, apiVersion }, null);
    expect(body.Healthcheck).toMatchObject({
      Interval: Number.parseInt(interval, 10) * 1e9,
      Retries: retries,
    });
    expect(body.Healthcheck?.StartInterval).toBe(startInterval);
    const command = createContainerCommand(spec.name, body, {});
    expect(command).toContain(` --health-interval ${interval} `);
    expect(command).toContain(` --health-retries ${retries} `);
    expect(command.includes(' --health-start-interval 1s ')).toBe(startInterval !== undefined);
  },
);

test('no port, no network and no password are left out', () => {
  const body = bodyOf({ hostPort: null, network: null, password: '' });
  expect(body.HostConfig?.PortBindings).toBeUndefined();
  expect(body.HostConfig?.NetworkMode).toBeUndefined();
  expect(body.Env).toContain('POSTGRES_HOST_AUTH_METHOD=trust');
});
