import type { DockerClient } from '../../docker/docker-client.ts';
import type { ContainerInspect } from '../../docker/engine-types.ts';
import { isInside } from '../storage/data-directory.ts';
import { initScriptFolder } from './init-script-archive.ts';

/**
 * Paths of init scripts that lie in the container's own layer and would be gone with it. Empty where a mount covers the
 * folder: what is mounted stays.
 */
export async function carriedScripts(docker: DockerClient, inspect: ContainerInspect): Promise<string[]> {
  const isMounted = inspect.Mounts.some(({ Destination }) => isInside(initScriptFolder, Destination));
  if (isMounted) return [];
  const changes = await docker.containerChanges(inspect.Id);
  return changes
    .filter(({ path, kind }) => kind !== 2 && path.startsWith(`${initScriptFolder}/`))
    .map(({ path }) => path);
}
