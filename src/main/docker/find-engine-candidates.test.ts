import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findEngineCandidates } from './find-engine-candidates.ts';
import type { EngineSurroundings } from './known-sockets.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'howdah-home-'));
});
afterEach(() => rm(home, { recursive: true }));

async function put(path: string, content: string): Promise<void> {
  await mkdir(dirname(join(home, path)), { recursive: true });
  await writeFile(join(home, path), content);
}

async function putContext(name: string, host: string, pem: string[] = [], skipVerify = false): Promise<void> {
  const hash = createHash('sha256').update(name).digest('hex');
  const docker = { Host: host, SkipTLSVerify: skipVerify };
  await put(`.docker/contexts/meta/${hash}/meta.json`, JSON.stringify({ Name: name, Endpoints: { docker } }));
  for (const file of pem) await put(`.docker/contexts/tls/${hash}/docker/${file}.pem`, file);
}

function around(env: EngineSurroundings['env'], present: string[] = []): EngineSurroundings {
  const exists = async (path: string): Promise<boolean> => present.includes(path.replace(home, '~'));
  return { env, home, platform: 'linux', uid: 1000, exists };
}

async function find(env: EngineSurroundings['env'], present?: string[], chosen: string | null = null) {
  const found = await findEngineCandidates(around(env, present), chosen);
  return found.map(({ source, label, address }) => `${source} ${label} ${address.replace(home, '~')}`);
}

const system = 'socket Docker unix:///var/run/docker.sock';

test('nothing is set: the system socket', async () => {
  expect(await find({})).toEqual([system]);
});

test('DOCKER_HOST, then the current context, then the others, then known sockets that are there', async () => {
  await putContext('colima', 'unix:///c/docker.sock');
  await putContext('remote', 'tcp://10.0.0.9:2375');
  await put('.docker/config.json', JSON.stringify({ currentContext: 'remote' }));
  await mkdir(join(home, '.colima', 'default'), { recursive: true });
  await mkdir(join(home, '.colima', 'k8s'), { recursive: true });
  await mkdir(join(home, '.lima', 'docker'), { recursive: true });
  const present = [
    '~/.orbstack/run/docker.sock',
    '/run/user/1000/podman/podman.sock',
    '/run/podman/podman.sock',
    '~/.colima/k8s/docker.sock',
    '~/.lima/docker/sock/docker.sock',
  ];
  expect(await find({ DOCKER_HOST: 'unix:///own.sock' }, present)).toEqual([
    'environment DOCKER_HOST unix:///own.sock',
    'context remote tcp://10.0.0.9:2375',
    'context colima unix:///c/docker.sock',
    system,
    'socket OrbStack unix://~/.orbstack/run/docker.sock',
    'socket Podman (rootless) unix:///run/user/1000/podman/podman.sock',
    'socket Podman unix:///run/podman/podman.sock',
    'socket Colima (k8s) unix://~/.colima/k8s/docker.sock',
    'socket Lima (docker) unix://~/.lima/docker/sock/docker.sock',
  ]);
});

test('DOCKER_CONTEXT goes before the one of the config; "default" is the system socket', async () => {
  await putContext('a', 'unix:///a.sock');
  await putContext('b', 'unix:///b.sock');
  await put('.docker/config.json', JSON.stringify({ currentContext: 'a' }));
  expect(await find({ DOCKER_CONTEXT: 'b' })).toEqual([
    'context b unix:///b.sock',
    'context a unix:///a.sock',
    system,
  ]);
  expect(await find({ DOCKER_CONTEXT: 'default' })).toEqual([
    system,
    'context a unix:///a.sock',
    'context b unix:///b.sock',
  ]);
});

test('each address once, under its first name', async () => {
  await putContext('desktop', 'unix:///var/run/docker.sock');
  expect(await find({ DOCKER_HOST: 'unix:///var/run/docker.sock' })).toEqual([
    'environment DOCKER_HOST unix:///var/run/docker.sock',
  ]);
});

test('XDG_RUNTIME_DIR and DOCKER_CONFIG move their files', async () => {
  const hash = 'x';
  const meta = { Name: 'moved', Endpoints: { docker: { Host: 'unix:///m.sock' } } };
  await put(`elsewhere/contexts/meta/${hash}/meta.json`, JSON.stringify(meta));
  const env = { XDG_RUNTIME_DIR: '/xdg', DOCKER_CONFIG: join(home, 'elsewhere') };
  expect(await find(env, ['/xdg/docker.sock'])).toEqual([
    system,
    'context moved unix:///m.sock',
    'socket Docker (rootless) unix:///xdg/docker.sock',
  ]);
});

test('a context behind TLS brings its material', async () => {
  await putContext('secure', 'tcp://10.0.0.9:2376', ['ca', 'cert', 'key'], true);
  const found = await findEngineCandidates(around({ DOCKER_CONTEXT: 'secure' }), null);
  expect(found[0]).toMatchObject({
    id: 'tcp://10.0.0.9:2376#secure',
    endpoint: {
      kind: 'tcp',
      host: '10.0.0.9',
      port: 2376,
      tls: { ca: Buffer.from('ca'), cert: Buffer.from('cert'), key: Buffer.from('key'), verify: false },
    },
  });
});

test('DOCKER_TLS_VERIFY asks for TLS, with DOCKER_CERT_PATH or the config folder', async () => {
  await put('certs/ca.pem', 'own');
  await put('.docker/ca.pem', 'default');
  const base = { DOCKER_HOST: 'tcp://h:2376', DOCKER_TLS_VERIFY: '1' };
  const tlsOf = async (env: EngineSurroundings['env']) => {
    const [first] = await findEngineCandidates(around(env), null);
    return first?.endpoint.kind === 'tcp' ? first.endpoint.tls : undefined;
  };
  expect(await tlsOf({ ...base, DOCKER_CERT_PATH: join(home, 'certs') })).toMatchObject({
    ca: Buffer.from('own'),
  });
  expect(await tlsOf(base)).toMatchObject({ ca: Buffer.from('default'), verify: true });
  expect(await tlsOf({ DOCKER_HOST: 'tcp://h:2375' })).toBeNull();
});

test('ssh contexts are listed and never dialled', async () => {
  await putContext('far', 'ssh://me@far');
  const found = await findEngineCandidates(around({ DOCKER_CONTEXT: 'far' }), null);
  expect(found[0]).toMatchObject({ label: 'far', endpoint: { kind: 'ssh' } });
});

test('a current context that is not there is told', async () => {
  const found = await findEngineCandidates(around({ DOCKER_CONTEXT: 'gone' }), null);
  expect(found[0]).toMatchObject({ label: 'gone', endpoint: { kind: 'invalid' } });
});

test('damaged files are left out', async () => {
  await put('.docker/config.json', '{');
  await put('.docker/contexts/meta/bad/meta.json', '{"Name":1}');
  await put('.docker/contexts/meta/worse/meta.json', 'nonsense');
  expect(await find({})).toEqual([system]);
});

test('the explicit choice comes first, also when its socket is away', async () => {
  const other = 'unix:///other.sock';
  expect(await find({}, [], other)).toEqual([`chosen ${other} ${other}`, system]);
  await putContext('other', other);
  expect(await find({}, [], other)).toEqual([`chosen other ${other}`, system]);
  const [lost] = await findEngineCandidates(around({}), 'tcp://h:2376#removed');
  expect(lost).toMatchObject({ source: 'chosen', endpoint: { kind: 'invalid' } });
});

test('Windows has pipes', async () => {
  const found = await findEngineCandidates({ ...around({}), platform: 'win32' }, null);
  expect(found.map(({ address }) => address)).toEqual([
    'npipe:////./pipe/docker_engine',
    'npipe:////./pipe/dockerDesktopLinuxEngine',
    'npipe:////./pipe/podman-machine-default',
  ]);
});
