import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { ContainerInspect } from '../../../src/main/docker/engine-types.ts';
import type { Operation } from '../../../src/shared/contract/operations.ts';
import type { InstanceSpec } from '../../../src/shared/instance-spec.ts';
import { docker as cli } from '../../support/docker-cli.ts';
import { freePort } from '../../support/free-port.ts';
import { normalisedContainer } from '../../support/normalised-container.ts';
import { initScript, openTestBench, psql, testSpec } from '../../support/operations-bench.ts';

const bench = await openTestBench();
const { operations, docker, ended, prefix } = bench;
afterAll(() => bench.sweep());

const name = `${prefix}-shop`;
const spec: InstanceSpec = testSpec(name, {
  hostPort: await freePort(),
  healthCheck: true,
  restartPolicy: 'unless-stopped',
  initScripts: [
    initScript('01 first.sql', 'create table item (id int);'),
    initScript('02.sh', 'echo done\n'),
  ],
  parameters: [
    { name: 'max_connections', value: '37' },
    { name: 'application_name', value: `it's "$HOME" & more` },
  ],
});

/** Runs what Howdah printed, step by step, as somebody would who pasted it into a shell. */
async function paste({ steps }: Operation): Promise<void> {
  const folder = join(bench.dataDir, 'paste');
  await mkdir(folder, { recursive: true });
  for (const script of spec.initScripts) {
    const file = join(folder, script.name);
    await writeFile(file, Buffer.from(script.contentBase64, 'base64'));
    if (script.name.endsWith('.sh')) await chmod(file, 0o755);
  }
  const commands = steps.flatMap(({ command }) => command ?? []).join('\n');
  const shell = spawn('sh', ['-e', '-c', commands], {
    cwd: folder,
    env: { ...process.env, PGPASSWORD: spec.password },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(shell, 'exit');
  expect(code).toBe(0);
}

const passwordOf = (inspect: ContainerInspect) =>
  inspect.Config.Env?.find((e) => e.startsWith('POSTGRES_PASSWORD='));

test('the commands of a create and of a reset, pasted into a shell, make the same containers', async () => {
  const created = await ended(operations.create(spec));
  expect(created.state).toBe('succeeded');
  const ours = await docker.inspectContainer(name);
  const ourVolume = await docker.inspectVolume(`${name}-data`);
  await cli('rm', '-f', name);
  await cli('volume', 'rm', `${name}-data`);

  await paste(created);
  const pasted = await docker.inspectContainer(name);
  expect(pasted.Id).not.toBe(ours.Id);
  expect(normalisedContainer(pasted)).toEqual(normalisedContainer(ours));
  expect(passwordOf(pasted)).toBe(`POSTGRES_PASSWORD=${spec.password}`);
  expect((await docker.inspectVolume(`${name}-data`)).Labels).toEqual(ourVolume.Labels);

  const before = await bench.docker.inspectContainer(name);
  const reset = await ended(operations.reset({ id: name, keepRestorePoint: false, typedName: name }));
  expect(reset).toMatchObject({ state: 'succeeded', error: null });
  const afterOurs = await docker.inspectContainer(name);
  await cli('rm', '-f', name);
  await cli('volume', 'rm', `${name}-data.2`);
  await paste(created);
  await psql(name, 'insert into item values (1)');
  await paste(reset);
  const afterPasted = await docker.inspectContainer(name);
  expect(normalisedContainer(afterPasted)).toEqual(normalisedContainer(afterOurs));
  expect(passwordOf(afterPasted)).toBe(passwordOf(before));
  expect(await psql(name, 'select count(*) from item')).toBe('0');
  expect(await cli('volume', 'ls', '-q', '--filter', `name=${name}`)).toBe(`${name}-data.2`);
}, 240_000);
