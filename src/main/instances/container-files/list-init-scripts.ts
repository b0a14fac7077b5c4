import { posix } from 'node:path';
import type { InstanceDetail } from '../../../shared/contract/instances.ts';
import type { DockerClient } from '../../docker/docker-client.ts';
import type { ContainerInspect } from '../../docker/engine-types.ts';
import { AppFailure } from '../../lib/app-failure.ts';
import { carriedScripts } from '../operations/carried-scripts.ts';
import { initScriptFolder } from '../operations/init-script-archive.ts';
import { isInside } from '../storage/data-directory.ts';
import { listTarFiles } from './list-tar-files.ts';

type InitScripts = InstanceDetail['initScripts'];

/**
 * Scripts in `/docker-entrypoint-initdb.d` that are not the image's own: mounted ones, and those that lie in the
 * container's writable layer. Sorted as the image runs them.
 * @throws AppFailure `not-found`, `engine-unreachable`
 */
export async function listInitScripts(docker: DockerClient, inspect: ContainerInspect): Promise<InitScripts> {
  const targets = inspect.Mounts.map(({ Destination }) => posix.normalize(Destination));
  const single = targets.filter((path) => posix.dirname(path) === initScriptFolder);
  const covered = targets.some((path) => isInside(initScriptFolder, path));
  const mounted = [...single.map(baseName), ...(covered ? await filesIn(docker, inspect.Id) : [])];
  const carried = (await carriedScripts(docker, inspect))
    .filter((path) => posix.dirname(path) === initScriptFolder)
    .map(baseName);
  const scripts: InitScripts = [
    ...[...new Set(mounted)].map((name) => ({ name, source: 'mount' as const })),
    // The engine makes an empty file in the container's layer for each mounted one.
    ...carried
      .filter((name) => !mounted.includes(name))
      .map((name) => ({ name, source: 'container' as const })),
  ];
  return scripts.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function filesIn(docker: DockerClient, id: string): Promise<string[]> {
  try {
    return (await listTarFiles(await docker.getArchive(id, initScriptFolder)))
      .filter((path) => path.split('/').length === 2)
      .map(baseName);
  } catch (error) {
    if (error instanceof AppFailure && error.appError.code === 'not-found') return [];
    throw error;
  }
}

function baseName(path: string): string {
  return posix.basename(path);
}
