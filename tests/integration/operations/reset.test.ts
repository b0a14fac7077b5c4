import { afterAll, expect, test } from 'vitest';
import { labels } from '../../../src/main/docker/labels.ts';
import type { InstanceOperationDeps } from '../../../src/main/instances/operations/instance-operation-deps.ts';
import { docker as cli } from '../../support/docker-cli.ts';
import { initScript, openTestBench, psql, testSpec } from '../../support/operations-bench.ts';

const bench = await openTestBench();
const { operations, docker, ended, prefix } = bench;
afterAll(() => bench.sweep());

const schema = initScript('01.sql', 'create table item (id int primary key);');

async function makeInstance(name: string, changes: Parameters<typeof testSpec>[1] = {}): Promise<string> {
  const made = await ended(operations.create(testSpec(name, { initScripts: [schema], ...changes })));
  expect(made.state).toBe('succeeded');
  await psql(name, 'insert into item select generate_series(1, 1000)');
  return name;
}

const count = (name: string) => psql(name, 'select count(*) from item');
const reset = (id: string) => operations.reset({ id, keepRestorePoint: true, typedName: '' });
const volumeOf = async (name: string) =>
  (await docker.inspectContainer(name)).Mounts.find(({ Type }) => Type === 'volume')?.Name;
const pointsOf = (deps: InstanceOperationDeps, name: string) =>
  deps.restorePoints.all().filter(({ instance }) => instance === name);

test('reset, its undo, and the undo of that: every row is where it belongs', async () => {
  const name = await makeInstance(`${prefix}-cycle`);

  const first = await ended(reset(name));
  expect(first).toMatchObject({ state: 'succeeded', error: null });
  expect(first.result).toMatchObject({
    rowsBefore: { rows: 1000, tables: 1, exact: true },
    rowsAfter: { rows: 0, tables: 1, exact: true },
  });
  expect(await volumeOf(name)).toBe(`${name}-data.2`);
  expect((await docker.inspectVolume(`${name}-data.2`)).Labels).toMatchObject({
    [labels.managed]: 'true',
    [labels.instance]: name,
    [labels.replaces]: `${name}-data`,
  });
  expect(pointsOf(bench.deps, name)).toMatchObject([
    { volume: `${name}-data`, reason: 'reset', rows: { rows: 1000 } },
  ]);
  await psql(name, 'insert into item values (7)');

  const undone = await ended(operations.undoReset(first.result?.restorePointId ?? ''));
  expect(undone).toMatchObject({ state: 'succeeded', error: null });
  expect(undone.result).toMatchObject({ rowsBefore: { rows: 1 }, rowsAfter: { rows: 1000 } });
  expect(await count(name)).toBe('1000');
  expect(pointsOf(bench.deps, name)).toMatchObject([{ volume: `${name}-data.2`, reason: 'undo' }]);

  const redone = await ended(operations.undoReset(undone.result?.restorePointId ?? ''));
  expect(redone).toMatchObject({ state: 'succeeded', error: null });
  expect(await count(name)).toBe('1');
  expect(pointsOf(bench.deps, name)).toMatchObject([{ volume: `${name}-data`, reason: 'undo' }]);
  expect(await cli('ps', '-aq', '--filter', `name=${name}.before`)).toBe('');
});

test('an undo finds its instance after the container was recreated', async () => {
  const name = await makeInstance(`${prefix}-again`);
  const done = await ended(reset(name));
  expect((await ended(operations.recreate(name))).state).toBe('succeeded');
  const undone = await ended(operations.undoReset(done.result?.restorePointId ?? ''));
  expect(undone.state).toBe('succeeded');
  expect(await count(name)).toBe('1000');
});

test('two resets in a row: both earlier volumes can be put back', async () => {
  const name = await makeInstance(`${prefix}-twice`);
  const first = await ended(reset(name));
  await psql(name, 'insert into item values (1), (2)');
  expect((await ended(reset(name))).state).toBe('succeeded');
  expect(await volumeOf(name)).toBe(`${name}-data.3`);
  expect((await ended(operations.undoReset(first.result?.restorePointId ?? ''))).state).toBe('succeeded');
  expect(await count(name)).toBe('1000');
  expect(
    pointsOf(bench.deps, name)
      .map(({ volume }) => volume)
      .sort(),
  ).toEqual([`${name}-data.2`, `${name}-data.3`]);
});

test('a reset that does not come up puts the old instance back as it was', async () => {
  const name = await makeInstance(`${prefix}-bad`);
  const before = await docker.inspectContainer(name);
  await cli('exec', name, 'sh', '-c', 'echo "select broken;" > /docker-entrypoint-initdb.d/02.sql');
  const failed = await ended(reset(name));
  expect(failed).toMatchObject({ state: 'failed', error: { code: 'start-failed' } });
  const after = await docker.inspectContainer(name);
  expect(after.Id).toBe(before.Id);
  expect(after.State.Running).toBe(true);
  expect(await volumeOf(name)).toBe(`${name}-data`);
  expect(await cli('volume', 'ls', '-q', '--filter', `name=${name}-data.2`)).toBe('');
  expect(pointsOf(bench.deps, name)).toEqual([]);
  await cli('exec', name, 'sh', '-c', 'until pg_isready -h 127.0.0.1; do sleep 0.1; done');
  expect(await count(name)).toBe('1000');
});

test('without a restore point the name has to be typed, and then the old volume is gone', async () => {
  const name = await makeInstance(`${prefix}-gone`);
  const refused = operations.reset({ id: name, keepRestorePoint: false, typedName: 'something' });
  await expect(refused).rejects.toMatchObject({ appError: { code: 'invalid-fields' } });
  const done = await ended(operations.reset({ id: name, keepRestorePoint: false, typedName: name }));
  expect(done).toMatchObject({ state: 'succeeded', result: { restorePointId: null } });
  const volumes = await cli('volume', 'ls', '-q', '--filter', `name=${name}-data`);
  expect(volumes).toBe(`${name}-data.2`);
  expect(pointsOf(bench.deps, name)).toEqual([]);
});

test('other storage is not reset, and says why', async () => {
  const name = `${prefix}-anon`;
  await ended(operations.create(testSpec(name, { storage: { kind: 'anonymous' } })));
  await expect(reset(name)).rejects.toMatchObject({
    appError: { code: 'unavailable', action: 'reset', reason: 'storage-anonymous' },
  });
  const foreign = `${prefix}-foreign`;
  await cli('volume', 'create', `${foreign}-data`);
  const storage = { kind: 'existing-volume', name: `${foreign}-data` } as const;
  await ended(operations.create(testSpec(foreign, { storage })));
  await expect(reset(foreign)).rejects.toMatchObject({ appError: { reason: 'not-made-by-howdah' } });
  const shared = await makeInstance(`${prefix}-shared`);
  await cli('create', '--name', `${prefix}-second`, '-v', `${shared}-data:/x`, testSpec(shared).image);
  await expect(reset(shared)).rejects.toMatchObject({ appError: { reason: 'volume-shared' } });
});

test('the preview tells what will be lost and what comes after', async () => {
  const name = await makeInstance(`${prefix}-preview`);
  const preview = await operations.previewReset(name);
  expect(preview).toMatchObject({
    volume: `${name}-data`,
    freshVolume: `${name}-data.2`,
    after: { user: 'shop', database: 'shop', initScripts: ['01.sql'] },
  });
  expect(preview.databases).toContainEqual({ name: 'shop', tables: 1, rows: 1000, exact: true });
  expect(preview.steps.map(({ name: step }) => step)).toEqual([
    'count-rows',
    'stop-container',
    'create-volume',
    'rename-container',
    'create-container',
    'copy-init-scripts',
    'keep-restore-point',
    'start-container',
    'wait-until-ready',
    'count-rows',
    'remove-old-container',
  ]);
});
