import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { addressInContext, currentContext, currentContextName } from './docker-context.mjs';

test.each([
  ['{"currentContext":"colima"}', {}, 'colima'],
  ['{"currentContext":"colima"}', { DOCKER_CONTEXT: 'other' }, 'other'],
  ['{"currentContext":"default"}', {}, undefined],
  ['{"currentContext":"colima"}', { DOCKER_CONTEXT: 'default' }, undefined],
  ['{}', {}, undefined],
  ['not json', {}, undefined],
  ['null', {}, undefined],
])('finds the current context in %s with %j', (config, env, expected) => {
  expect(currentContextName(config, env)).toBe(expected);
});

test('reads the address in a context', () => {
  expect(addressInContext('{"Endpoints":{"docker":{"Host":"unix:///a.sock"}}}')).toBe('unix:///a.sock');
  expect(addressInContext('{}')).toBeUndefined();
});

test('finds context and certificates where docker keeps them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'howdah-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const id = createHash('sha256').update('far').digest('hex');
  mkdirSync(join(folder, 'contexts/meta', id), { recursive: true });
  mkdirSync(join(folder, 'contexts/tls', id, 'docker'), { recursive: true });
  writeFileSync(join(folder, 'config.json'), '{"currentContext":"far"}');
  const meta = '{"Name":"far","Endpoints":{"docker":{"Host":"tcp://far.test:2376"}}}';
  writeFileSync(join(folder, 'contexts/meta', id, 'meta.json'), meta);
  expect(currentContext({ DOCKER_CONFIG: folder })).toEqual({
    name: 'far',
    address: 'tcp://far.test:2376',
    certificates: join(folder, 'contexts/tls', id, 'docker'),
  });
});
