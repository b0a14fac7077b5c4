import { expect, test } from 'vitest';
import type { InstanceStorage } from '../../../shared/contract/instances.ts';
import type { VolumeInfo } from '../../docker/engine-types.ts';
import { labels } from '../../docker/labels.ts';
import { type ActionSubject, recreateUnavailable, resetUnavailable } from './action-availability.ts';

const storage: InstanceStorage = {
  ...{ kind: 'named-volume', source: 'shop-data', mountPath: '/var/lib/postgresql/data' },
  ...{ dataDirectory: '/var/lib/postgresql/data', verdict: 'kept', beside: null },
};
const volume: VolumeInfo = {
  ...{ Name: 'shop-data', Driver: 'local', Mountpoint: '', Scope: 'local', Options: null },
  Labels: { [labels.managed]: 'true' },
};
const subject: ActionSubject = {
  ...{ containerId: 'c1', autoRemove: false, storage, volume, volumeUsers: ['c1'] },
};
const beside = { source: 'x', mountPath: '/var/lib/postgresql' };

test.each<[string, Partial<ActionSubject>, ReturnType<typeof resetUnavailable>]>([
  ['a volume of its own', {}, null],
  ['--rm', { autoRemove: true }, 'removed-at-stop'],
  ['a volume somebody else made', { volume: { ...volume, Labels: null } }, 'not-made-by-howdah'],
  ['a volume that is gone', { volume: null }, 'not-made-by-howdah'],
  ['another driver', { volume: { ...volume, Driver: 'rclone' } }, 'volume-driver'],
  ['a share', { volume: { ...volume, Options: { type: 'nfs' } } }, 'volume-driver'],
  ['two containers', { volumeUsers: ['c1', 'c2'] }, 'volume-shared'],
  ['a folder', { storage: { ...storage, kind: 'folder' } }, 'storage-folder'],
  ['memory', { storage: { ...storage, kind: 'memory' } }, 'storage-memory'],
  ['an unnamed volume', { storage: { ...storage, kind: 'anonymous-volume' } }, 'storage-anonymous'],
  [
    'a mount beside the data',
    { storage: { ...storage, kind: 'anonymous-volume', verdict: 'not-protected', beside } },
    'storage-beside-data',
  ],
  ['its own layer', { storage: { ...storage, kind: 'container' } }, 'storage-beside-data'],
])('a reset of %s', (_, changes, reason) => {
  expect(resetUnavailable({ ...subject, ...changes })).toBe(reason);
});

test('only what a stop would remove cannot be recreated', () => {
  expect(recreateUnavailable(subject)).toBeNull();
  expect(recreateUnavailable({ autoRemove: true })).toBe('removed-at-stop');
});
