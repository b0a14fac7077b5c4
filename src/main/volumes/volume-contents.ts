import type { VolumeContent } from '../../shared/contract/volumes.ts';
import type { DockerClient } from '../docker/docker-client.ts';
import type { ContainerSummary, VolumeInfo } from '../docker/engine-types.ts';
import { limitConcurrency } from '../docker/limit-concurrency.ts';
import { containerEnvironment } from '../instances/container-environment.ts';
import { AppFailure } from '../lib/app-failure.ts';
import { readVolumeContent } from './read-volume-content.ts';
import { usersOfVolume } from './users-of-volume.ts';
import { volumeRow } from './volume-list.ts';
import { withHelperContainer } from './with-helper-container.ts';

const readsAtOnce = 4;
/** Few, because a volume that a helper looks into cannot be removed for that moment. */
const helperMounts = 20;
const keep = 1000;

export type VolumeContents = (names: readonly string[]) => Promise<Record<string, VolumeContent>>;

/**
 * Answers what volumes hold, by name, read through containers that mount them; nothing is started. Volumes of other
 * drivers or with mount options (shares) are looked at only when a container has them already. Kept until a volume
 * changes.
 * @throws AppFailure `engine-unreachable`
 */
export function createVolumeContents(engine: { client(): DockerClient }): VolumeContents {
  const known = new Map<string, VolumeContent>();
  const limited = limitConcurrency(readsAtOnce);
  return async (names) => {
    const docker = engine.client();
    const [all, containers] = await Promise.all([docker.listVolumes(), docker.listContainers()]);
    const wanted = new Set(names);
    const volumes = all.filter(({ Name }) => wanted.has(Name));
    const keyOf = (volume: VolumeInfo) => volumeRow(volume, containers, null).cacheKey;
    const unknown = volumes.filter((volume) => !known.has(keyOf(volume)));
    const found = await readAll(docker, unknown, containers, limited);
    for (const volume of unknown) {
      const content = found.get(volume.Name);
      if (content !== undefined) known.set(keyOf(volume), content);
    }
    const answer = volumes.map(
      (volume) => [volume.Name, known.get(keyOf(volume)) ?? { kind: 'unknown' as const }] as const,
    );
    for (const key of [...known.keys()].slice(0, Math.max(0, known.size - keep))) known.delete(key);
    return Object.fromEntries(answer);
  };
}

type Found = Map<string, VolumeContent>;
type Limited = ReturnType<typeof limitConcurrency>;

async function readAll(
  docker: DockerClient,
  volumes: readonly VolumeInfo[],
  containers: readonly ContainerSummary[],
  limited: Limited,
): Promise<Found> {
  const found: Found = new Map();
  const lonely: string[] = [];
  const used = volumes.map((volume) => {
    const user = usersOfVolume(volume.Name, containers)[0];
    if (user !== undefined) return limited(() => readThrough(docker, volume.Name, user, found));
    if (isPlain(volume)) lonely.push(volume.Name);
    return null;
  });
  await Promise.all(used);
  for (let at = 0; at < lonely.length; at += helperMounts) {
    const names = lonely.slice(at, at + helperMounts);
    await tolerate(() =>
      withHelperContainer(docker, names, async (id, pathOf) => {
        const reads = names.map((name) =>
          limited(() =>
            tolerate(async () => found.set(name, await readVolumeContent(docker, id, pathOf(name), null))),
          ),
        );
        await Promise.all(reads);
      }),
    );
  }
  return found;
}

function readThrough(docker: DockerClient, volume: string, user: ContainerSummary, found: Found) {
  return tolerate(async () => {
    const mount = user.mounts.find(({ name }) => name === volume);
    if (mount === undefined) return;
    const { Config } = await docker.inspectContainer(user.id);
    const dataDirectory = containerEnvironment(Config.Env).get('PGDATA') ?? null;
    found.set(volume, await readVolumeContent(docker, user.id, mount.destination, dataDirectory));
  });
}

function isPlain({ Driver, Options }: VolumeInfo): boolean {
  return Driver === 'local' && Object.keys(Options ?? {}).length === 0;
}

/** A container that went away, or a file that cannot be read, leaves a volume unknown; a lost engine does not. */
async function tolerate(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof AppFailure) || error.appError.code === 'engine-unreachable') throw error;
  }
}
