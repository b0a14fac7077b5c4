import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { docker as cli } from '../../support/docker-cli.ts';
import { normalisedContainer } from '../../support/normalised-container.ts';
import { openTestBench, psql } from '../../support/operations-bench.ts';
import { testImage } from '../../support/test-image.ts';

const bench = await openTestBench();
const { operations, docker, ended, prefix } = bench;
const networks = [`${prefix}-net`, `${prefix}-other`];
const tag = `${prefix}-image:moving`;

afterAll(async () => {
  await bench.sweep();
  await cli('network', 'rm', ...networks);
  await cli('rmi', tag);
});

const readiness = (name: string) =>
  cli(
    'exec',
    name,
    'sh',
    '-c',
    'until pg_isready -q -h 127.0.0.1 && psql -U shop -c "" >&2; do sleep 0.1; done',
  );

const postgresEnv = ['-e', 'POSTGRES_USER=shop', '-e', 'POSTGRES_PASSWORD=a b$c', '-e', 'POSTGRES_DB=shop'];

test('everything that was asked for is still there afterwards, and so is every row', async () => {
  const [first = '', second = ''] = networks;
  const name = `${prefix}-rich`;
  await cli('network', 'create', '--subnet', '10.231.7.0/24', first);
  await cli('network', 'create', second);
  const folder = join(bench.dataDir, 'mounted');
  await mkdir(folder);
  await writeFile(join(folder, 'note.txt'), 'mounted');
  await cli('volume', 'create', `${name}-ro`);
  await cli('tag', testImage, tag);
  await cli(
    ...[
      'create',
      '--name',
      name,
      ...postgresEnv,
      '-e',
      'EMPTY=',
      '-p',
      '127.0.0.1:0:5432',
      '--hostname',
      'db-host',
    ],
    ...['-v', `${name}-data:/var/lib/postgresql/data`, '-v', `${folder}:/mnt/notes:ro`, '-v', '/scratch'],
    ...['--mount', `type=volume,source=${name}-ro,target=/mnt/ro,readonly,volume-nocopy`],
    ...['--mount', 'type=volume,target=/mnt/unnamed', '--tmpfs', '/mnt/ram:size=16m,mode=1777'],
    ...['--network', first, '--network-alias', 'database', '--ip', '10.231.7.77'],
    ...['--label', 'com.docker.compose.project=shop', '--label', 'com.docker.compose.service=db'],
    ...[
      '--ulimit',
      'nofile=4096:8192',
      '--cap-add',
      'SYS_NICE',
      '--cap-drop',
      'MKNOD',
      '--sysctl',
      'net.core.somaxconn=512',
    ],
    ...[
      '--memory',
      '512m',
      '--cpus',
      '1.5',
      '--cpu-shares',
      '512',
      '--pids-limit',
      '200',
      '--shm-size',
      '96m',
    ],
    ...[
      '--dns',
      '10.0.0.53',
      '--dns-search',
      'example.test',
      '--add-host',
      'elsewhere:10.1.2.3',
      '--group-add',
      '4000',
    ],
    ...['--security-opt', 'no-new-privileges', '--device', '/dev/null:/dev/nothing', '--init'],
    ...['--restart', 'on-failure:3', '--stop-signal', 'SIGINT', '--stop-timeout', '45', '--workdir', '/tmp'],
    ...['--health-cmd', 'pg_isready -h 127.0.0.1', '--health-interval', '7s', '--health-retries', '4'],
    ...['--log-driver', 'json-file', '--log-opt', 'max-size=5m', '--log-opt', 'max-file=2'],
    ...[tag, 'postgres', '-c', 'max_connections=33'],
  );
  await cli('network', 'connect', '--alias', 'second-name', second, name);
  await writeFile(join(bench.dataDir, '01.sql'), 'create table item (id int);');
  await cli('cp', join(bench.dataDir, '01.sql'), `${name}:/docker-entrypoint-initdb.d/01.sql`);
  await cli('start', name);
  await readiness(name);
  await psql(name, 'insert into item select generate_series(1, 9)');
  await cli('exec', name, 'sh', '-c', 'echo kept > /scratch/file; echo kept > /mnt/unnamed/file');
  const before = await docker.inspectContainer(name);

  const operation = await ended(operations.recreate(name));
  expect(operation).toMatchObject({ state: 'succeeded', error: null });

  const after = await docker.inspectContainer(name);
  expect(after.Id).not.toBe(before.Id);
  expect(after.Config.Image).toBe(tag);
  expect(normalisedContainer(after)).toEqual(normalisedContainer(before));
  expect(await psql(name, 'select count(*) from item')).toBe('9');
  expect(await cli('exec', name, 'cat', '/scratch/file', '/mnt/unnamed/file', '/mnt/notes/note.txt')).toBe(
    'kept\nkept\nmounted',
  );
  expect(await cli('exec', name, 'cat', '/docker-entrypoint-initdb.d/01.sql')).toBe(
    'create table item (id int);',
  );
  expect(await cli('ps', '-aq', '--filter', `name=${name}.before`)).toBe('');

  const again = await ended(operations.recreate(name));
  expect(again.state).toBe('succeeded');
  expect(normalisedContainer(await docker.inspectContainer(name))).toEqual(normalisedContainer(before));
});

test('a stopped one stays stopped, and a tag that moved on does not change its image', async () => {
  const name = `${prefix}-stopped`;
  const moved = `${prefix}-image:moving`;
  await cli('tag', testImage, moved);
  await cli('create', '--name', name, ...postgresEnv, moved);
  const before = await docker.inspectContainer(name);
  const other = await cli('commit', '--change', 'LABEL other=image', name, moved);
  expect(other).not.toBe(before.Image);

  const operation = await ended(operations.recreate(name));
  expect(operation).toMatchObject({ state: 'succeeded', error: null });
  const after = await docker.inspectContainer(name);
  expect(after.State.Status).toBe('created');
  expect(after.Image).toBe(before.Image);
  expect(after.Mounts.map(({ Name }) => Name)).toEqual(before.Mounts.map(({ Name }) => Name));
});

test('a network that was given by its id keeps its aliases and address, in the command too', async () => {
  const network = `${prefix}-by-id`;
  networks.push(network);
  const id = await cli('network', 'create', '--subnet', '10.231.9.0/24', network);
  const name = `${prefix}-networked`;
  const joined = ['--network', id, '--network-alias', 'database', '--ip', '10.231.9.9'];
  await cli('run', '-d', '--name', name, ...postgresEnv, ...joined, testImage);
  await readiness(name);
  const before = await docker.inspectContainer(name);

  const operation = await ended(operations.recreate(name));
  expect(operation).toMatchObject({ state: 'succeeded', error: null });
  const create = operation.steps.find(({ name: step }) => step === 'create-container')?.command;
  expect(create).toContain(`--network ${id} --network-alias database --ip 10.231.9.9`);
  const after = await docker.inspectContainer(name);
  expect(normalisedContainer(after)).toEqual(normalisedContainer(before));
  expect(after.NetworkSettings.Networks?.[network]?.IPAddress).toBe('10.231.9.9');
});

test('a container that its stop would remove is not recreated', async () => {
  const name = `${prefix}-rm`;
  await cli('create', '--rm', '--name', name, ...postgresEnv, testImage);
  await expect(operations.recreate(name)).rejects.toMatchObject({
    appError: { code: 'unavailable', action: 'recreate', reason: 'removed-at-stop' },
  });
});

test('a recreation that does not come up puts the old container back', async () => {
  const name = `${prefix}-broken`;
  const port = '127.0.0.1:0:5432';
  await cli(
    'run',
    '-d',
    '--name',
    name,
    ...postgresEnv,
    '-p',
    port,
    '-v',
    `${name}-data:/var/lib/postgresql/data`,
    testImage,
  );
  await readiness(name);
  const before = await docker.inspectContainer(name);
  // Fails at its next start only: the running server does not read it again.
  await cli('exec', name, 'sh', '-c', 'echo "no_such_parameter = 1" >> "$PGDATA/postgresql.conf"');
  const operation = await ended(operations.recreate(name));
  expect(operation).toMatchObject({ state: 'failed', error: { code: 'start-failed' } });
  expect(JSON.stringify(operation.error)).toContain('no_such_parameter');
  expect((await docker.inspectContainer(name)).Id).toBe(before.Id);
  expect(await cli('volume', 'ls', '-q', '--filter', `name=${name}-data`)).toBe(`${name}-data`);
  expect(await cli('ps', '-aq', '--filter', `name=${name}.before`)).toBe('');
});
