import { expect, test } from 'vitest';
import type { AppError } from '../../shared/app-error.ts';
import { explainRefusal, type RequestSubject, readRefusal } from './docker-errors.ts';

const container: RequestSubject = { kind: 'container', name: 'shop', image: 'postgres:99' };
const image: RequestSubject = { kind: 'image', name: 'postgres:99' };
const volume: RequestSubject = { kind: 'volume', name: 'data' };
const network: RequestSubject = { kind: 'network', name: 'backend' };
const id = 'a'.repeat(64);
const portTaken = (port: number): AppError => ({ code: 'port-taken', port, holder: null, nextFree: null });

const refusals: [string, number, string, RequestSubject | undefined, AppError][] = [
  [
    'name conflict (Docker)',
    409,
    `Conflict. The container name "/shop" is already in use by container "${id}". You have to remove (or rename) that container to be able to reuse that name.`,
    container,
    { code: 'name-taken', kind: 'container', name: 'shop' },
  ],
  [
    'name conflict (Podman)',
    500,
    `creating container storage: the container name "shop" is already in use by ${id}. You have to remove that container to be able to reuse that name: that name is already in use`,
    container,
    { code: 'name-taken', kind: 'container', name: 'shop' },
  ],
  [
    'volume of another driver',
    409,
    'create data: conflict: volume name must be unique',
    volume,
    { code: 'name-taken', kind: 'volume', name: 'data' },
  ],
  [
    'port taken by a container (20.10)',
    500,
    'driver failed programming external connectivity on endpoint shop (0f): Bind for 127.0.0.1:5432 failed: port is already allocated',
    container,
    portTaken(5432),
  ],
  [
    'port taken by a process (20.10)',
    500,
    'driver failed programming external connectivity on endpoint shop (0f): Error starting userland proxy: listen tcp4 0.0.0.0:15432: bind: address already in use',
    container,
    portTaken(15432),
  ],
  [
    'port taken by a process (28)',
    500,
    'failed to set up container networking: driver failed programming external connectivity on endpoint shop (0f): failed to bind host port for 127.0.0.1:5433:172.17.0.2:5432/tcp: address already in use',
    container,
    portTaken(5433),
  ],
  [
    'port taken by a process (28, short)',
    500,
    'failed to bind host port 0.0.0.0:5434/tcp: address already in use',
    container,
    portTaken(5434),
  ],
  [
    'port taken, IPv6',
    500,
    'Error starting userland proxy: listen tcp6 [::1]:5435: bind: address already in use',
    container,
    portTaken(5435),
  ],
  [
    'port taken (Docker Desktop)',
    500,
    'Ports are not available: exposing port TCP 127.0.0.1:5436 -> 0.0.0.0:0: listen tcp 127.0.0.1:5436: bind: Only one usage of each socket address (protocol/network address/port) is normally permitted.',
    container,
    portTaken(5436),
  ],
  [
    'port taken (Docker Desktop, new words)',
    500,
    'ports are not available: exposing port TCP 0.0.0.0:5437 -> 127.0.0.1:0: /forwards/expose returned unexpected status: 500',
    container,
    portTaken(5437),
  ],
  [
    'port taken (Podman)',
    500,
    'rootlessport listen tcp 0.0.0.0:5438: bind: address already in use',
    container,
    portTaken(5438),
  ],
  [
    'port taken (pasta)',
    500,
    "pasta failed with exit code 1: Failed to bind port 5439 (Address already in use) for option '-t 5439:5432'",
    container,
    portTaken(5439),
  ],
  [
    'image missing at create',
    404,
    'No such image: postgres:99',
    container,
    { code: 'image-missing', image: 'postgres:99' },
  ],
  [
    'image missing',
    404,
    'No such image: postgres:99',
    image,
    { code: 'image-missing', image: 'postgres:99' },
  ],
  [
    'image missing (Podman)',
    404,
    'failed to find image postgres:99: postgres:99: image not known',
    image,
    { code: 'image-missing', image: 'postgres:99' },
  ],
  [
    'container missing',
    404,
    'No such container: shop',
    container,
    { code: 'not-found', kind: 'container', name: 'shop' },
  ],
  [
    'container missing (Podman)',
    404,
    'no container with name or ID "shop" found: no such container',
    container,
    { code: 'not-found', kind: 'container', name: 'shop' },
  ],
  [
    'path missing',
    404,
    'Could not find the file /nope in container shop',
    container,
    { code: 'not-found', kind: 'container', name: 'shop' },
  ],
  [
    'volume missing',
    404,
    'get data: no such volume',
    volume,
    { code: 'not-found', kind: 'volume', name: 'data' },
  ],
  [
    'volume missing (Podman)',
    404,
    'no volume with name "data" found: no such volume',
    volume,
    { code: 'not-found', kind: 'volume', name: 'data' },
  ],
  [
    'network missing',
    404,
    'network backend not found',
    network,
    { code: 'not-found', kind: 'network', name: 'backend' },
  ],
  [
    'network missing at start',
    404,
    'network gone not found',
    container,
    { code: 'not-found', kind: 'network', name: 'gone' },
  ],
  [
    'volume in use',
    409,
    `remove data: volume is in use - [${id}]`,
    volume,
    { code: 'volume-in-use', volume: 'data', containers: [id] },
  ],
  [
    'volume in use (Podman)',
    409,
    `volume data is being used by the following container(s): ${id}: volume is being used`,
    volume,
    { code: 'volume-in-use', volume: 'data', containers: [id] },
  ],
  [
    'pull denied',
    404,
    "pull access denied for nope, repository does not exist or may require 'docker login'",
    { kind: 'image', name: 'nope', action: 'pull' },
    {
      code: 'pull-failed',
      image: 'nope',
      reason: "pull access denied for nope, repository does not exist or may require 'docker login'",
    },
  ],
  [
    'no image in a tar',
    500,
    'unrecognized image format',
    { kind: 'image', name: 'image file', action: 'load' },
    { code: 'image-file-invalid', reason: 'unrecognized image format' },
  ],
  [
    'disk full while loading',
    500,
    'write /layer.tar: no space left on device',
    { kind: 'image', name: 'image file', action: 'load' },
    { code: 'engine-refused', status: 500, reason: 'write /layer.tar: no space left on device' },
  ],
  [
    'anything else',
    400,
    'invalid mount config ',
    container,
    { code: 'engine-refused', status: 400, reason: 'invalid mount config' },
  ],
  [
    'about nothing in particular',
    503,
    'not ready',
    undefined,
    { code: 'engine-refused', status: 503, reason: 'not ready' },
  ],
];

test.each(refusals)('%s', (_name, status, message, subject, expected) => {
  expect(explainRefusal({ status, message }, subject)).toEqual(expected);
});

test('reads the message of dockerode from its JSON, else from its own text', () => {
  const told = Object.assign(new Error('(HTTP code 404) unexpected - no such image '), { statusCode: 404 });
  expect(readRefusal(told)).toEqual({ status: 404, message: 'no such image' });
  expect(readRefusal(Object.assign(told, { json: { message: 'No such image: x' } }))).toEqual({
    status: 404,
    message: 'No such image: x',
  });
  expect(readRefusal(new Error('socket hang up'))).toBeNull();
});
