import type { VolumeContent } from '../../shared/contract/volumes.ts';
import type { DockerClient } from '../docker/docker-client.ts';
import type { ContainerSummary, VolumeInfo } from '../docker/engine-types.ts';
import { containerEnvironment } from '../instances/storage/container-environment.ts';
import { AppFailure } from '../lib/app-failure.ts';
import { limitConcurrency } from '../lib/limit-concurrency.ts';
import { readVolumeContent } from './read-volume-content.ts';
import { usersOfVolume } from './users-of-volume.ts';
import { withHelperContainer } from './with-helper-container.ts';

const readsAtOnce = 4;
/** Few, because a volume that a helper looks into cannot be removed for that moment. */
const helperMounts = 20;

type Found = Map<string, VolumeContent>;

/**
 * What volumes hold, by name, read through the containers that mount them, else through a helper that is never started.
 * Those that cannot be read are missing, and so are shares that no container has: looking would mount them. Begins
 * nothing new once `signal` is aborted.
 * @throws AppFailure `engine-unreachable`
 */
export async function readVolumeContents(
  docker: DockerClient,
  volumes: readonly VolumeInfo[],
  containers: readonly ContainerSummary[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, VolumeContent>> {
  const found: Found = new Map();
  const limited = limitConcurrency(readsAtOnce);
  const lonely: string[] = [];
  const used = volumes.map((volume) => {
    const user = usersOfVolume(volume.Name, containers)[0];
    if (user !== undefined) return limited(() => readThrough(docker, volume.Name, user, found, signal));
    if (isPlain(volume)) lonely.push(volume.Name);
    return null;
  });
  await Promise.all(used);
  for (let at = 0; at < lonely.length && !signal.aborted; at += helperMounts) {
    const names = lonely.slice(at, at + helperMounts);
    const look = async (id: string, pathOf: (volume: string) => string): Promise<void> => {
      const read = async (name: string) => {
        if (!signal.aborted) found.set(name, await readVolumeContent(docker, id, pathOf(name), null));
      };
      await Promise.all(names.map((name) => limited(() => tolerate(() => read(name)))));
    };
    await tolerate(() => withHelperContainer(docker, names, look));
  }
  return found;
}

function readThrough(
  docker: DockerClient,
  volume: string,
  user: ContainerSummary,
  found: Found,
  signal: AbortSignal,
): Promise<void> {
  return tolerate(async () => {
    const mount = user.mounts.find(({ name }) => name === volume);
    if (mount === undefined || signal.aborted) return;
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
