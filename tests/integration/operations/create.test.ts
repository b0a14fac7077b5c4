import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { labels } from '../../../src/main/docker/labels.ts';
import { docker as cli } from '../../support/docker-cli.ts';
import { freePort } from '../../support/free-port.ts';
import { initScript, openTestBench, psql, testSpec } from '../../support/operations-bench.ts';

const bench = await openTestBench();
const { operations, docker, ended, prefix } = bench;
afterAll(() => bench.sweep());

async function leftovers(name: string): Promise<string[]> {
  const containers = await cli('ps', '-aq', '--filter', `name=^${name}`);
  const volumes = await cli('volume', 'ls', '-q', '--filter', `name=${name}`);
  return [containers, volumes].filter((found) => found !== '');
}

test('makes an instance that answers, with its scripts run and its settings in place', async () => {
  const name = `${prefix}-full`;
  const hostPort = await freePort();
  const operation = await ended(
    operations.create(
      testSpec(name, {
        hostPort,
        healthCheck: true,
        initScripts: [
          initScript('01.sql', 'create table item (id int); insert into item select generate_series(1, 42);'),
          initScript('02.sh', '#!/bin/sh\npsql -U "$POSTGRES_USER" -c "insert into item values (43)"\n'),
        ],
        parameters: [{ name: 'max_connections', value: '37' }],
      }),
    ),
  );
  expect(operation).toMatchObject({ state: 'succeeded', error: null });
  expect(operation.steps.map(({ name: step, state }) => `${step} ${state}`)).toEqual([
    'create-volume done',
    'create-container done',
    'copy-init-scripts done',
    'start-container done',
    'wait-until-ready done',
  ]);
  const inspect = await docker.inspectContainer(name);
  expect(operation.result?.containerId).toBe(inspect.Id);
  expect(inspect.Config.StopTimeout).toBe(60);
  expect(inspect.Config.Labels).toMatchObject({ [labels.managed]: 'true', [labels.instance]: name });
  expect(inspect.HostConfig.PortBindings).toEqual({
    '5432/tcp': [{ HostIp: '127.0.0.1', HostPort: String(hostPort) }],
  });
  expect(await psql(name, 'select count(*) from item')).toBe('43');
  expect(await psql(name, 'show max_connections')).toBe('37');
  const volume = await docker.inspectVolume(`${name}-data`);
  expect(volume.Labels).toMatchObject({ [labels.managed]: 'true', [labels.operation]: operation.id });
});

test('keeps passwords and scripts out of the journal and the commands', async () => {
  const name = `${prefix}-secret`;
  const password = 'very-s3cret-word';
  const operation = await ended(
    operations.create(
      testSpec(name, { password, initScripts: [initScript('x.sql', "select 'hidden-text'")] }),
    ),
  );
  expect(operation.state).toBe('succeeded');
  const journal = await readFile(join(bench.dataDir, 'operations.jsonl'), 'utf8');
  expect(journal).toContain(name);
  expect(journal).not.toContain(password);
  expect(journal).not.toContain('hidden-text');
  expect(operation.steps.map(({ command }) => command).join()).toContain('POSTGRES_PASSWORD="$PGPASSWORD"');
});

test('a failing init script leaves nothing behind and says what failed', async () => {
  const name = `${prefix}-fails`;
  const operation = await ended(
    operations.create(
      testSpec(name, {
        restartPolicy: 'unless-stopped',
        initScripts: [initScript('01.sql', 'select no_such_column from nowhere;')],
      }),
    ),
  );
  expect(operation.state).toBe('failed');
  expect(operation.error?.code).toBe('start-failed');
  expect(JSON.stringify(operation.error)).toContain('nowhere');
  expect(operation.steps.map(({ state }) => state)).toContain('undone');
  expect(await leftovers(name)).toEqual([]);
});

test('a failed attempt on an existing volume leaves the volume and what is in it', async () => {
  const name = `${prefix}-existing`;
  await cli('volume', 'create', `${name}-kept`);
  const storage = { kind: 'existing-volume', name: `${name}-kept` } as const;
  const failed = await ended(
    operations.create(testSpec(name, { storage, initScripts: [initScript('01.sql', 'select broken;')] })),
  );
  expect(failed.state).toBe('failed');
  expect(await cli('volume', 'ls', '-q', '--filter', `name=${name}`)).toBe(`${name}-kept`);
  expect(await cli('ps', '-aq', '--filter', `name=^${name}`)).toBe('');
});

test('somebody else’s container and volume of the same name stay as they are', async () => {
  const name = `${prefix}-taken`;
  await cli('volume', 'create', `${name}-data`);
  const volumeTaken = await ended(operations.create(testSpec(name)));
  expect(volumeTaken.error).toEqual({ code: 'name-taken', kind: 'volume', name: `${name}-data` });
  expect(await cli('volume', 'ls', '-q', '--filter', `name=${name}`)).toBe(`${name}-data`);

  const other = await cli('create', '--name', name, testSpec(name).image);
  const storage = { kind: 'named-volume', name: `${name}-second` } as const;
  const nameTaken = await ended(operations.create(testSpec(name, { storage })));
  expect(nameTaken.error).toMatchObject({ code: 'name-taken', kind: 'container' });
  expect(await cli('ps', '-aq', '--no-trunc', '--filter', `name=^${name}`)).toBe(other);
  expect(await cli('volume', 'ls', '-q', '--filter', `name=${name}-second`)).toBe('');
});

test('a port that was taken after the check is told as such', async () => {
  const name = `${prefix}-port`;
  const port = await freePort();
  await cli(
    'run',
    '-d',
    '--name',
    `${name}-holder`,
    '-e',
    'POSTGRES_PASSWORD=x',
    '-p',
    `127.0.0.1:${port}:5432`,
    testSpec(name).image,
  );
  const operation = await ended(operations.create(testSpec(name, { hostPort: port })));
  expect(operation.error).toMatchObject({ code: 'port-taken', port });
  expect(await cli('volume', 'ls', '-q', '--filter', `name=${name}-data`)).toBe('');
  expect(await cli('ps', '-aq', '--filter', `name=^${name}$`)).toBe('');
});

test('a cancelled create leaves nothing behind', async () => {
  const name = `${prefix}-cancelled`;
  const id = await operations.create(testSpec(name, { initScripts: [initScript('1.sh', 'sleep 30')] }));
  for await (const operation of bench.deps.runner.watch(new AbortController().signal)) {
    if (operation.id === id && operation.steps.at(-1)?.state === 'running') break;
  }
  bench.deps.runner.cancel(id);
  expect(await bench.deps.runner.ended(id)).toMatchObject({ state: 'cancelled', error: null });
  expect(await leftovers(name)).toEqual([]);
});

test('one operation at a time works on a container', async () => {
  const name = `${prefix}-busy`;
  const first = await operations.create(testSpec(name));
  await expect(operations.create(testSpec(name))).rejects.toMatchObject({
    appError: { code: 'busy', subject: name, operationId: first },
  });
  expect(bench.deps.runner.runningOn(name)).toBe(first);
  expect((await bench.deps.runner.ended(first)).state).toBe('succeeded');
  expect(bench.deps.runner.runningOn(name)).toBeNull();
});

test('memory keeps nothing on the disk', async () => {
  const name = `${prefix}-memory`;
  const operation = await ended(operations.create(testSpec(name, { storage: { kind: 'memory' } })));
  expect(operation.state).toBe('succeeded');
  expect((await docker.inspectContainer(name)).Mounts).toEqual([]);
});
