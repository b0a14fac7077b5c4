import { expect, test } from 'vitest';
import { parseEngineAddress } from './engine-address.mjs';

test.each([
  ['unix:///var/run/docker.sock', { endpoint: { socketPath: '/var/run/docker.sock' } }],
  ['npipe:////./pipe/docker_engine', { endpoint: { socketPath: '//./pipe/docker_engine' } }],
  ['tcp://10.0.0.5:2375', { endpoint: { host: '10.0.0.5', port: 2375 } }],
  ['tcp://engine.test', { endpoint: { host: 'engine.test', port: 2375 } }],
  ['tcp://[::1]:4000/', { endpoint: { host: '::1', port: 4000 } }],
  ['https://engine.test', { endpoint: { host: 'engine.test', port: 2376, tls: {} } }],
])('reads %s', (address, expected) => {
  expect(parseEngineAddress(address)).toEqual(expected);
});

test.each([
  ['ssh://me@host', /ssh/],
  ['/var/run/docker.sock', /not an engine address/],
  ['', /not an engine address/],
])('says what is wrong with "%s"', (address, problem) => {
  expect(parseEngineAddress(address).problem).toMatch(problem);
});

test('names certificates that cannot be read', () => {
  expect(parseEngineAddress('tcp://engine.test', '/nowhere').problem).toMatch(/certificates.*nowhere/);
});
