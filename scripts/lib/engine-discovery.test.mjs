import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { engineCandidates, engineEnvironment, findEngine } from './engine-discovery.mjs';

async function listen(answer) {
  const folder = mkdtempSync(join(tmpdir(), 'howdah-'));
  const path = join(folder, 'engine.sock');
  const server = createServer(answer).listen(path);
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });
  return `unix://${path}`;
}

test('tries DOCKER_HOST first, then known places below HOME and the runtime folder', () => {
  const env = {
    DOCKER_HOST: 'tcp://a:1',
    HOME: '/home/ada',
    XDG_RUNTIME_DIR: '/run/user/7',
    DOCKER_CONFIG: '/nowhere',
  };
  const addresses = engineCandidates(env, 'linux').map((candidate) => candidate.address);
  expect(addresses.slice(0, 2)).toEqual(['tcp://a:1', 'unix:///var/run/docker.sock']);
  expect(addresses).toContain('unix:///home/ada/.colima/default/docker.sock');
  expect(addresses).toContain('unix:///run/user/7/podman/podman.sock');
});

test('takes the first engine that answers and keeps why the others did not', async () => {
  const broken = await listen((_, response) => response.writeHead(500).end('{"message":"not today"}'));
  const good = await listen((_, response) => response.end('OK'));
  const found = await findEngine([
    { address: 'ssh://host', from: 'a' },
    { address: 'unix:///nowhere/docker.sock', from: 'b' },
    { address: broken, from: 'c' },
    { address: good, from: 'd' },
  ]);
  expect(found.engine).toMatchObject({ address: good, from: 'd' });
  expect(found.tried.map(({ from, reason }) => [from, reason])).toEqual([
    ['a', 'engines over ssh are not supported yet'],
    ['b', 'ENOENT'],
    ['c', 'not today'],
  ]);
});

test('gives children this engine, and nothing that would lead elsewhere', () => {
  const before = { PATH: '/bin', DOCKER_CONTEXT: 'far', DOCKER_TLS_VERIFY: '1', DOCKER_HOST: 'tcp://a:1' };
  expect(engineEnvironment({ address: 'unix:///x' }, before)).toEqual({
    PATH: '/bin',
    DOCKER_HOST: 'unix:///x',
  });
  expect(engineEnvironment({ address: 'tcp://b:1', certificates: '/c' }, {})).toEqual({
    DOCKER_HOST: 'tcp://b:1',
    DOCKER_TLS_VERIFY: '1',
    DOCKER_CERT_PATH: '/c',
  });
});
