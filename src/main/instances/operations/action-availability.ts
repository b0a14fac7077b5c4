import type { Instance, InstanceStorage } from '../../../shared/contract/instances.ts';
import type { ContainerInspect, ContainerSummary, VolumeInfo } from '../../docker/engine-types.ts';
import { labels } from '../../docker/labels.ts';
import { usersOfVolume } from '../../volumes/users-of-volume.ts';

export type UnavailableReason = NonNullable<Instance['resetUnavailable']>;

/** What the availability of an action depends on. */
export interface ActionSubject {
  containerId: string;
  autoRemove: boolean;
  storage: InstanceStorage;
  /** The volume that holds the data; null where none does. */
  volume: VolumeInfo | null;
  /** Every container that mounts that volume, running or not. */
  volumeUsers: readonly string[];
}

/** Puts together what {@link resetUnavailable} asks for from one list of volumes and one of containers. */
export function actionSubject(
  inspect: ContainerInspect,
  storage: InstanceStorage,
  volumes: readonly VolumeInfo[],
  containers: readonly ContainerSummary[],
): ActionSubject {
  const { source, kind } = storage;
  const holdsData = kind === 'named-volume' || kind === 'anonymous-volume';
  return {
    containerId: inspect.Id,
    autoRemove: inspect.HostConfig.AutoRemove === true,
    storage,
    volume: (holdsData && volumes.find(({ Name }) => Name === source)) || null,
    volumeUsers: source === null ? [] : usersOfVolume(source, containers).map(({ id }) => id),
  };
}

/** Why the instance cannot be recreated; null: it can. Stopping a `--rm` container removes it before it is replaced. */
export function recreateUnavailable(subject: Pick<ActionSubject, 'autoRemove'>): UnavailableReason | null {
  return subject.autoRemove ? 'removed-at-stop' : null;
}

/** Why its volume cannot be reset; null: it can. Only a plain local volume of Howdah's own, used by nobody else. */
export function resetUnavailable(subject: ActionSubject): UnavailableReason | null {
  const { storage, volume } = subject;
  if (subject.autoRemove) return 'removed-at-stop';
  if (storage.verdict === 'not-protected' && storage.beside !== null) return 'storage-beside-data';
  switch (storage.kind) {
    case 'anonymous-volume':
      return 'storage-anonymous';
    case 'folder':
      return 'storage-folder';
    case 'memory':
      return 'storage-memory';
    case 'container':
      return 'storage-beside-data';
    case 'named-volume':
      return volume === null ? 'not-made-by-howdah' : volumeUnavailable(subject, volume);
  }
}

function volumeUnavailable(subject: ActionSubject, volume: VolumeInfo): UnavailableReason | null {
  if (volume.Labels?.[labels.managed] !== 'true') return 'not-made-by-howdah';
  // With options a "local" volume may be a folder or a share, which a second volume would not be apart from.
  if (volume.Driver !== 'local' || Object.keys(volume.Options ?? {}).length > 0) return 'volume-driver';
  if (subject.volumeUsers.some((id) => id !== subject.containerId)) return 'volume-shared';
  return null;
}
