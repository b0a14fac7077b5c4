import type { ContainerSummary, VolumeInfo } from '../docker/engine-types.ts';
import { labels } from '../docker/labels.ts';
import { usersOfVolume } from '../volumes/users-of-volume.ts';
import { volumeIdentity } from '../volumes/volume-identity.ts';
import type { RestorePointRecord } from './restore-point-store.ts';

/** What the engine says about a restore point that the host knows. */
export interface RestorePointProof {
  exists: boolean;
  /** A label on the engine names it too: it may be deleted, if nothing uses it. */
  named: boolean;
  /** It can be put back: named by a label, or the very volume that Howdah made for this instance. */
  usable: boolean;
  /** Names of the containers that mount it, running or not. */
  usedBy: string[];
}

/**
 * The engine's half of the rule. A volume is named by the `replaces` label of the one that took its place, or (when it
 * was put aside by an undo) by its own on a volume that Howdah made. If all those are gone it can still be put back as
 * long as it is the same volume, made by Howdah for the same instance; it is then never deleted.
 */
export function proofOf(
  record: RestorePointRecord,
  volumes: readonly VolumeInfo[],
  containers: readonly ContainerSummary[],
): RestorePointProof {
  const volume = volumes.find(({ Name }) => Name === record.volume);
  const users = usersOfVolume(record.volume, containers);
  const usedBy = users.map(({ names, id }) => names[0]?.replace(/^\//, '') ?? id);
  const sameVolume = record.volumeIdentity === null || volumeIdentity(volume) === record.volumeIdentity;
  if (volume === undefined || !sameVolume) return { exists: false, named: false, usable: false, usedBy };
  const own = volume.Labels ?? {};
  const managed = own[labels.managed] === 'true';
  const replaced = volumes.some(({ Labels }) => Labels?.[labels.replaces] === record.volume);
  const named = replaced || (managed && own[labels.replaces] !== undefined);
  const ofInstance = managed && own[labels.instance] === record.instance;
  return { exists: true, named, usable: named || ofInstance, usedBy };
}
