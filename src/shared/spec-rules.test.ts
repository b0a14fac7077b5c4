import { describe, expect, test } from 'vitest';
import type { InstanceSpec } from './instance-spec.ts';
import { maxScriptsBytes, specIssues } from './spec-rules.ts';

const good: InstanceSpec = {
  name: 'shop',
  image: 'postgres:16',
  user: 'postgres',
  password: 's3cret',
  database: 'shop',
  hostPort: 5432,
  hostAddress: '127.0.0.1',
  storage: { kind: 'named-volume', name: 'shop-data' },
  initScripts: [],
  restartPolicy: 'no',
  healthCheck: true,
  network: null,
  parameters: [],
};
const base64 = (text: string) => btoa(text);
const script = (name: string, text = '#!/bin/sh\n') => ({ name, contentBase64: base64(text) });
const found = (change: Partial<InstanceSpec>) =>
  specIssues({ ...good, ...change }).map(({ field, problem, severity }) => `${field} ${problem} ${severity}`);

test('a good specification has no issues', () => {
  expect(found({})).toEqual([]);
});

describe('each rule', () => {
  test.each<[Partial<InstanceSpec>, string]>([
    [{ name: '' }, 'name required error'],
    [{ name: 'a' }, 'name name-characters error'],
    [{ name: '-shop' }, 'name name-characters error'],
    [{ name: 'sh op' }, 'name name-characters error'],
    [{ name: 'shöp' }, 'name name-characters error'],
    [{ name: 'x'.repeat(64) }, 'name too-long error'],
    [{ image: '' }, 'image required error'],
    [{ image: 'Postgres:16' }, 'image image-reference error'],
    [{ image: 'postgres:' }, 'image image-reference error'],
    [{ image: '-v /:/x' }, 'image image-reference error'],
    [{ user: '' }, 'user required error'],
    [{ user: 'pg_me' }, 'user user-reserved error'],
    [{ user: 'ü'.repeat(32) }, 'user identifier-long error'],
    [{ user: 'a\nb' }, 'user control-characters error'],
    [{ password: '' }, 'password password-empty error'],
    [{ password: 'a\u0000b' }, 'password control-characters error'],
    [{ database: '' }, 'database required error'],
    [{ database: 'x'.repeat(64) }, 'database identifier-long error'],
    [{ hostPort: 0 }, 'hostPort port-range error'],
    [{ hostPort: 65_536 }, 'hostPort port-range error'],
    [{ hostPort: 54.5 }, 'hostPort port-range error'],
    [{ hostPort: 543 }, 'hostPort port-privileged warning'],
    [{ hostAddress: '0.0.0.0' }, 'hostAddress open-to-network warning'],
    [{ storage: { kind: 'named-volume', name: '' } }, 'storage required error'],
    [{ storage: { kind: 'named-volume', name: '../x' } }, 'storage volume-name error'],
    [{ storage: { kind: 'existing-volume', name: 'x'.repeat(256) } }, 'storage too-long error'],
    [{ storage: { kind: 'folder', path: 'data' } }, 'storage folder-absolute error'],
    [{ storage: { kind: 'folder', path: '/a\tb' } }, 'storage control-characters error'],
    [{ storage: { kind: 'anonymous' } }, 'storage anonymous-orphan warning'],
    [{ storage: { kind: 'memory' } }, 'storage memory-lost warning'],
    [{ initScripts: [script('a.txt')] }, 'initScripts script-extension error'],
    [{ initScripts: [script('../a.sql')] }, 'initScripts script-extension error'],
    [{ initScripts: [script('.sql')] }, 'initScripts script-extension error'],
    [{ initScripts: [script('a.sql'), script('a.sql')] }, 'initScripts script-duplicate error'],
    [
      { initScripts: [script('a.sql'), script('b.sql', 'x'.repeat(maxScriptsBytes)), script('c.sql')] },
      'initScripts script-too-large error',
    ],
    [{ initScripts: [script('a.sh', 'echo hi')] }, 'initScripts script-not-executable warning'],
    [{ healthCheck: false }, 'healthCheck health-interval warning'],
    [{ network: 'host' }, 'network network-host error'],
    [{ parameters: [{ name: 'work mem', value: '4MB' }] }, 'parameters parameter-name error'],
    [{ parameters: [{ name: 'a', value: '\n' }] }, 'parameters control-characters error'],
    [
      {
        parameters: [
          { name: 'work_mem', value: '4MB' },
          { name: 'Work_Mem', value: '8MB' },
        ],
      },
      'parameters parameter-duplicate warning',
    ],
  ])('%j', (change, issue) => {
    expect(found(change)).toEqual([issue]);
  });
});

test.each<Partial<InstanceSpec>>([
  { name: 'a1_b.c-d' },
  { image: 'ghcr.io/owner/post_gis:16-3.4' },
  { image: 'localhost:5000/postgres' },
  { image: 'f030376731cd' },
  { image: `postgres@sha256:${'a'.repeat(64)}` },
  { user: 'Ann O\'Brien "x"', database: 'a b;--' },
  { password: '@ : / # % \' " $ ` \\ ü' },
  { hostPort: null, hostAddress: '0.0.0.0' },
  { storage: { kind: 'folder', path: '/srv/pg data' } },
  { storage: { kind: 'folder', path: 'C:\\pg' } },
  { initScripts: [script('01 schema.sql'), script('b.sql.gz'), script('c.sql.xz'), script('d.sh')] },
  { parameters: [{ name: 'auto_explain.log_min_duration', value: "it's" }] },
])('takes %j', (change) => {
  expect(found(change)).toEqual([]);
});
