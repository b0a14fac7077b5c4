import type { Origin } from '../../shared/contract/containers.ts';
import type { VolumeRow } from '../../shared/contract/volumes.ts';
import type { DockerClient } from '../docker/docker-client.ts';
import type { ContainerSummary, VolumeInfo } from '../docker/engine-types.ts';
import { labels } from '../docker/labels.ts';
import { proofOf } from '../restore-points/restore-point-proof.ts';
import type { RestorePointRecord, RestorePointStore } from '../restore-points/restore-point-store.ts';
import { usersOfVolume } from './users-of-volume.ts';
import { volumeIdentity } from './volume-identity.ts';

const anonymousLabel = 'com.docker.volume.anonymous';

/**
 * Every volume of the engine with who uses it and what it is to Howdah, by name.
 * @throws AppFailure `engine-unreachable`
 */
export async function listVolumes(deps: {
  engine: { client(): DockerClient };
  restorePoints: RestorePointStore;
}): Promise<VolumeRow[]> {
  const docker = deps.engine.client();
  const [volumes, containers] = await Promise.all([docker.listVolumes(), docker.listContainers()]);
  const points = deps.restorePoints
    .all()
    .filter((record) => proofOf(record, volumes, containers).usable)
    .map((record) => [record.volume, record] as const);
  const pointByVolume = new Map(points);
  return volumes
    .map((volume) => volumeRow(volume, containers, pointByVolume.get(volume.Name) ?? null))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Pure. Of helper containers, which are gone in a moment, nothing is told. */
export function volumeRow(
  volume: VolumeInfo,
  containers: readonly ContainerSummary[],
  restorePoint: RestorePointRecord | null,
): VolumeRow {
  const usedBy = usersOf(volume.Name, containers);
  const anonymous = isAnonymousVolume(volume);
  const createdAtMs = Date.parse(volume.CreatedAt ?? '');
  const isRestorePoint = restorePoint !== null && usedBy.length === 0;
  return {
    name: volume.Name,
    driver: volume.Driver,
    anonymous,
    createdAtMs: Number.isNaN(createdAtMs) ? null : createdAtMs,
    origin: originOf(volume.Labels ?? {}),
    labels: volume.Labels ?? {},
    options: volume.Options ?? {},
    usedBy,
    verdict: verdictOf(usedBy.length > 0, isRestorePoint, anonymous),
    restorePointOf: isRestorePoint ? restorePoint.instance : null,
    cacheKey: [volume.Name, volume.CreatedAt ?? '', volumeIdentity(volume) ?? ''].join('|'),
  };
}

/** Volumes that nobody named: the engine's label (Docker 23 and later), else a name of 64 hexadecimal digits. */
export function isAnonymousVolume({ Name, Labels }: Pick<VolumeInfo, 'Name' | 'Labels'>): boolean {
  return Labels?.[anonymousLabel] !== undefined || /^[0-9a-f]{64}$/.test(Name);
}

function usersOf(volume: string, containers: readonly ContainerSummary[]): VolumeRow['usedBy'] {
  return usersOfVolume(volume, containers).flatMap(({ id, names, state, mounts }) =>
    mounts
      .filter(({ name }) => name === volume)
      .map(({ destination }) => ({
        containerId: id,
        name: names[0]?.replace(/^\//, '') ?? id,
        running: state === 'running' || state === 'paused' || state === 'restarting',
        mountPath: destination,
      })),
  );
}

/** An unused volume without a name is an orphan: nobody finds it again but by chance. */
function verdictOf(isUsed: boolean, isRestorePoint: boolean, anonymous: boolean): VolumeRow['verdict'] {
  if (isUsed) return 'in-use';
  if (isRestorePoint) return 'restore-point';
  return anonymous ? 'orphan' : 'unused';
}

function originOf(volumeLabels: Record<string, string>): Origin {
  if (volumeLabels[labels.managed] === 'true') return { kind: 'howdah' };
  const project = volumeLabels[labels.composeProject];
  if (project === undefined) return { kind: 'other' };
  return { kind: 'compose', project, service: volumeLabels[labels.composeService] ?? '' };
}
