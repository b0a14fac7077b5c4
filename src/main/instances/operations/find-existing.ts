import type { DockerClient } from '../../docker/docker-client.ts';
import type { ContainerInspect, ImageInspect, VolumeInfo } from '../../docker/engine-types.ts';
import { AppFailure } from '../../lib/app-failure.ts';

/** The container of this id or name; null when there is none. */
export function existingContainer(docker: DockerClient, idOrName: string): Promise<ContainerInspect | null> {
  return docker.inspectContainer(idOrName).catch(nullWhenMissing);
}

export function existingVolume(docker: DockerClient, name: string): Promise<VolumeInfo | null> {
  return docker.inspectVolume(name).catch(nullWhenMissing);
}

export function existingImage(docker: DockerClient, reference: string): Promise<ImageInspect | null> {
  return docker.inspectImage(reference).catch(nullWhenMissing);
}

function nullWhenMissing(error: unknown): null {
  const code = error instanceof AppFailure ? error.appError.code : null;
  if (code === 'not-found' || code === 'image-missing') return null;
  throw error;
}
