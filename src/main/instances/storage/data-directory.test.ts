import { expect, test } from 'vitest';
import { fakeImage, fakeInspect } from '../fake-inspect.test-support.ts';
import { dataDirectory, isInside } from './data-directory.ts';

test.each([
  ['image default', { env: ['PGDATA=/var/lib/postgresql/data'] }, '/var/lib/postgresql/data'],
  ['18', { env: ['PGDATA=/var/lib/postgresql/18/docker'] }, '/var/lib/postgresql/18/docker'],
  ['nothing said', {}, '/var/lib/postgresql/data'],
  ['own PGDATA with a slash', { env: ['PGDATA=/data/pg/'] }, '/data/pg'],
  ['-D DIR', { env: ['PGDATA=/a'], cmd: ['postgres', '-D', '/b'] }, '/b'],
  ['-DDIR', { env: ['PGDATA=/a'], cmd: ['postgres', '-D/b'] }, '/b'],
  ['-c data_directory', { env: ['PGDATA=/a'], cmd: ['postgres', '-c', 'data_directory=/c'] }, '/c'],
  ['--data-directory', { env: ['PGDATA=/a'], cmd: ['postgres', '--data-directory=/c'] }, '/c'],
  ['bitnami', { env: ['POSTGRESQL_VOLUME_DIR=/bitnami/postgresql'] }, '/bitnami/postgresql/data'],
  ['dots', { env: ['PGDATA=/a/../b//c'] }, '/b/c'],
])('%s', (_name, shape, expected) => {
  expect(dataDirectory(fakeInspect(shape), null)).toBe(expected);
});

test('the image is asked last', () => {
  const image = fakeImage({ env: ['PGDATA=/image'] });
  expect(dataDirectory(fakeInspect({}), image)).toBe('/image');
  expect(dataDirectory(fakeInspect({ env: ['PGDATA=/own'] }), image)).toBe('/own');
});

test.each([
  ['/a/b', '/a', true],
  ['/a/b', '/a/', true],
  ['/a', '/a', true],
  ['/ab', '/a', false],
  ['/a', '/a/b', false],
  ['/a', '/', true],
])('isInside %s %s', (path, directory, expected) => {
  expect(isInside(path, directory)).toBe(expected);
});
