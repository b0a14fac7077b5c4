import { posix } from 'node:path';
import type { DockerClient } from '../../docker/docker-client.ts';
import { AppFailure } from '../../lib/app-failure.ts';
import { readFirstTarEntry } from './read-first-tar-entry.ts';

const maxLinks = 5;

/**
 * Text of a small file of a container, running or not, through the archive API; links are followed.
 * @returns null when there is no such file.
 * @throws AppFailure as the engine does, but for a missing path.
 */
export async function readContainerFile(
  docker: DockerClient,
  containerId: string,
  path: string,
): Promise<string | null> {
  let at = posix.normalize(path);
  for (let link = 0; link <= maxLinks; link += 1) {
    const entry = await archiveEntry(docker, containerId, at);
    if (entry === null) return null;
    if (entry.kind === 'file') return entry.text;
    at = posix.resolve(posix.dirname(at), entry.target);
  }
  return null;
}

async function archiveEntry(docker: DockerClient, containerId: string, path: string) {
  try {
    return await readFirstTarEntry(await docker.getArchive(containerId, path));
  } catch (error) {
    if (error instanceof AppFailure && error.appError.code === 'not-found') return null;
    throw error;
  }
}
