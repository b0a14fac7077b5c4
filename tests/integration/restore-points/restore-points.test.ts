import { afterAll, beforeEach, expect, test } from 'vitest';
import { createSilentLogger } from '../../../src/main/lib/logger.ts';
import { listRestorePoints } from '../../../src/main/restore-points/list-restore-points.ts';
import { RestorePointExpiry } from '../../../src/main/restore-points/restore-point-expiry.ts';
import type { RestorePointRecord } from '../../../src/main/restore-points/restore-point-store.ts';
import { startEmpty } from '../../../src/main/restore-points/start-empty.ts';
import { openSettingsStore } from '../../../src/main/settings/settings-store.ts';
import { docker as cli } from '../../support/docker-cli.ts';
import { openTestBench } from '../../support/operations-bench.ts';
import { testImage } from '../../support/test-image.ts';

const bench = await openTestBench();
const { prefix, ended } = bench;
afterAll(() => bench.sweep());

const settings = await openSettingsStore(bench.dataDir, () => undefined);
let sizes: Record<string, number> = {};
const deps = { ...bench.deps, settings, volumeSizes: async () => sizes, logger: createSilentLogger() };
const dayMs = 24 * 3_600_000;

beforeEach(async () => {
  for (const { id } of deps.restorePoints.all()) await deps.restorePoints.forget(id);
  await settings.set({ restorePointDays: 7, restorePointMaxBytes: 1000 });
  sizes = {};
});

async function makeVolume(name: string, ...labels: string[]): Promise<string> {
  const full = `${prefix}-${name}`;
  await cli('volume', 'create', ...labels.flatMap((label) => ['--label', label]), full);
  return full;
}

/** A volume as a reset leaves it: known to the host, and named by the one that took its place. */
async function makePoint(name: string, ageDays: number): Promise<RestorePointRecord> {
  const volume = await makeVolume(name, 'dev.howdah.managed=true', 'dev.howdah.instance=shop');
  await makeVolume(`${name}.2`, 'dev.howdah.managed=true', `dev.howdah.replaces=${volume}`);
  return know(volume, ageDays);
}

async function know(volume: string, ageDays: number): Promise<RestorePointRecord> {
  const createdAtMs = Date.now() - ageDays * dayMs;
  const record = { id: volume, volume, instance: 'shop', reason: 'reset', createdAtMs, rows: null } as const;
  const full = { ...record, volumeIdentity: null };
  await deps.restorePoints.add(full);
  return full;
}

async function exists(volume: string): Promise<boolean> {
  return (await cli('volume', 'ls', '-q', '--filter', `name=${volume}`)).split('\n').includes(volume);
}

test('lists them newest first, with size and when they expire', async () => {
  const old = await makePoint('list-a', 2);
  const young = await makePoint('list-b', 1);
  sizes = { [old.volume]: 42 };
  const listed = await listRestorePoints(deps, { instance: 'shop' });
  expect(listed).toMatchObject([
    { id: young.id, usable: true, sizeBytes: null },
    { id: old.id, usable: true, sizeBytes: 42, expiresAtMs: old.createdAtMs + 7 * dayMs },
  ]);
  expect(await listRestorePoints(deps, { instance: 'other' })).toEqual([]);
});

test('emptying removes the volume and the record', async () => {
  const { id, volume } = await makePoint('empty', 0);
  const operation = await ended(startEmpty(deps, [id]));
  expect(operation).toMatchObject({ state: 'succeeded', steps: [{ command: `docker volume rm ${volume}` }] });
  expect(await exists(volume)).toBe(false);
  expect(deps.restorePoints.all()).toEqual([]);
});

test('what only the host names is neither usable nor ever deleted', async () => {
  const volume = await makeVolume('no-label');
  await know(volume, 30);
  expect(await listRestorePoints(deps, {})).toMatchObject([{ usable: false }]);
  await ended(startEmpty(deps, undefined));
  await new RestorePointExpiry(deps).check();
  expect(await exists(volume)).toBe(true);
});

test('what only a label names is no restore point', async () => {
  const volume = await makeVolume('no-record');
  await makeVolume('no-record.2', 'dev.howdah.managed=true', `dev.howdah.replaces=${volume}`);
  await ended(startEmpty(deps, undefined));
  await new RestorePointExpiry(deps).check();
  expect(await exists(volume)).toBe(true);
});

test('one that any container uses stays, even a stopped one', async () => {
  const { volume } = await makePoint('in-use', 30);
  await cli('create', '--name', `${prefix}-user`, '-v', `${volume}:/data`, testImage);
  await ended(startEmpty(deps, undefined));
  await new RestorePointExpiry(deps).check();
  expect(await exists(volume)).toBe(true);
  expect(deps.restorePoints.all()).toHaveLength(1);
});

test('a later volume of the same name is not the restore point', async () => {
  const record = await makePoint('imposter', 30);
  await deps.restorePoints.add({ ...record, volumeIdentity: 'the operation that made the first one' });
  expect(await listRestorePoints(deps, {})).toMatchObject([{ usable: false }]);
  await new RestorePointExpiry(deps).check();
  expect(await exists(record.volume)).toBe(true);
});

test('time is up after the days of the settings, never before', async () => {
  const over = await makePoint('over', 7.1);
  const young = await makePoint('young', 6.9);
  await new RestorePointExpiry(deps).check();
  expect([await exists(over.volume), await exists(young.volume)]).toEqual([false, true]);
  expect(bench.deps.runner.list()[0]).toMatchObject({ kind: 'empty-restore-points', state: 'succeeded' });
});

test('beyond the size limit the oldest go first, and no more than needed', async () => {
  const [oldest, middle, newest] = [
    await makePoint('size-a', 3),
    await makePoint('size-b', 2),
    await makePoint('size-c', 1),
  ];
  sizes = { [oldest.volume]: 400, [middle.volume]: 500, [newest.volume]: 400 };
  await new RestorePointExpiry(deps).check();
  const left = deps.restorePoints.all().map(({ id }) => id);
  expect(left).toEqual([middle.id, newest.id]);
  expect(await exists(oldest.volume)).toBe(false);
});

test('a record whose volume somebody removed goes with its time', async () => {
  const { volume } = await makePoint('gone', 8);
  await cli('volume', 'rm', volume);
  expect(await listRestorePoints(deps, {})).toMatchObject([{ usable: false }]);
  await new RestorePointExpiry(deps).check();
  expect(deps.restorePoints.all()).toEqual([]);
});
