import type { RestorePoint } from '../../shared/contract/restore-points.ts';
import type { DockerClient } from '../docker/docker-client.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import { proofOf, type RestorePointProof } from './restore-point-proof.ts';
import type { RestorePointRecord, RestorePointStore } from './restore-point-store.ts';

const dayMs = 24 * 3_600_000;

export interface RestorePointDeps {
  engine: { client(): DockerClient };
  restorePoints: RestorePointStore;
  settings: SettingsStore;
  /** Bytes by volume name; a volume that is missing has no known size. */
  volumeSizes(): Promise<Record<string, number>>;
}

export interface ProvenRestorePoint {
  record: RestorePointRecord;
  proof: RestorePointProof;
}

/**
 * Restore points of one instance or of all, newest first.
 * @throws AppFailure `engine-unreachable`
 */
export async function listRestorePoints(
  deps: RestorePointDeps,
  { instance }: { instance?: string | undefined },
): Promise<RestorePoint[]> {
  const [proven, sizes] = await Promise.all([proveRestorePoints(deps), deps.volumeSizes()]);
  const keepMs = deps.settings.get().restorePointDays * dayMs;
  return proven
    .filter(({ record }) => instance === undefined || record.instance === instance)
    .sort((a, b) => b.record.createdAtMs - a.record.createdAtMs)
    .map(({ record, proof }) => {
      const { volumeIdentity: _, ...told } = record;
      return {
        ...told,
        expiresAtMs: record.createdAtMs + keepMs,
        sizeBytes: sizes[record.volume] ?? null,
        usable: proof.usable,
      };
    });
}

/** What the host knows beside what the engine says about it. */
export async function proveRestorePoints({
  engine,
  restorePoints,
}: Pick<RestorePointDeps, 'engine' | 'restorePoints'>): Promise<ProvenRestorePoint[]> {
  const docker = engine.client();
  const [volumes, containers] = await Promise.all([docker.listVolumes(), docker.listContainers()]);
  return restorePoints.all().map((record) => ({ record, proof: proofOf(record, volumes, containers) }));
}
