import { expect, test } from 'vitest';
import { parseEngineAddress } from './parse-engine-address.ts';

const tls = { ca: undefined, cert: undefined, key: undefined, verify: true };

test.each([
  ['unix:///var/run/docker.sock', null, { kind: 'socket', path: '/var/run/docker.sock' }],
  ['npipe:////./pipe/docker_engine', null, { kind: 'socket', path: '//./pipe/docker_engine' }],
  ['tcp://127.0.0.1:2375', null, { kind: 'tcp', host: '127.0.0.1', port: 2375, tls: null }],
  ['tcp://engine.lan', null, { kind: 'tcp', host: 'engine.lan', port: 2375, tls: null }],
  ['tcp://engine.lan', tls, { kind: 'tcp', host: 'engine.lan', port: 2376, tls }],
  ['tcp://engine.lan:80', null, { kind: 'tcp', host: 'engine.lan', port: 80, tls: null }],
  ['tcp://[::1]:2376', tls, { kind: 'tcp', host: '::1', port: 2376, tls }],
  ['http://localhost:2375', null, { kind: 'tcp', host: 'localhost', port: 2375, tls: null }],
  ['https://localhost:2376', null, { kind: 'tcp', host: 'localhost', port: 2376, tls }],
  ['localhost:2375', null, { kind: 'tcp', host: 'localhost', port: 2375, tls: null }],
  ['ssh://me@host', null, { kind: 'ssh' }],
])('%s', (address, given, expected) => {
  expect(parseEngineAddress(address, given)).toEqual(expected);
});

test.each(['unix://relative.sock', 'ftp://host', 'tcp://', 'tcp://a b', ''])('refuses "%s"', (address) => {
  expect(parseEngineAddress(address, null).kind).toBe('invalid');
});
