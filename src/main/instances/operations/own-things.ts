import type { DockerClient } from '../../docker/docker-client.ts';
import type { ContainerCreateBody, ContainerInspect } from '../../docker/engine-types.ts';
import { labels } from '../../docker/labels.ts';
import { AppFailure } from '../../lib/app-failure.ts';
import { removeUnusedVolume } from '../../volumes/remove-unused-volume.ts';
import { existingContainer, existingVolume } from './find-existing.ts';

/** The container of this name when the operation made it. Anybody else's is nobody's business: null. */
export async function ownContainer(
  docker: DockerClient,
  name: string,
  operationId: string,
): Promise<ContainerInspect | null> {
  const found = await existingContainer(docker, name);
  return found?.Config.Labels?.[labels.operation] === operationId ? found : null;
}

/** Makes the container unless this operation made it before. @throws AppFailure `name-taken` and what creating throws */
export async function createOwnContainer(
  docker: DockerClient,
  name: string,
  operationId: string,
  body: () => Promise<{ body: ContainerCreateBody; platform?: string | undefined }>,
): Promise<string> {
  const before = await ownContainer(docker, name, operationId);
  if (before !== null) return before.Id;
  const { body: wanted, platform } = await body();
  return docker.createContainer(name, wanted, ...(platform === undefined ? [] : [platform]));
}

/** Removes the container if the operation made it; `volumes`: its anonymous ones too. */
export async function removeOwnContainer(
  docker: DockerClient,
  name: string,
  operationId: string,
  { volumes }: { volumes: boolean },
): Promise<void> {
  const own = await ownContainer(docker, name, operationId);
  if (own !== null) await docker.removeContainer(own.Id, { force: true, volumes });
}

/** Makes the volume unless this operation made it before. @throws AppFailure `name-taken` for anybody else's. */
export async function createOwnVolume(
  docker: DockerClient,
  name: string,
  volumeLabels: Record<string, string>,
): Promise<void> {
  const found = await existingVolume(docker, name);
  if (found !== null && found.Labels?.[labels.operation] === volumeLabels[labels.operation]) return;
  if (found !== null) throw new AppFailure({ code: 'name-taken', kind: 'volume', name });
  const made = await docker.createVolume({ name, labels: volumeLabels });
  // The engine answers a volume that somebody made in between as if it were new.
  if (made.Labels?.[labels.operation] !== volumeLabels[labels.operation]) {
    throw new AppFailure({ code: 'name-taken', kind: 'volume', name });
  }
}

/** Removes the volume if the operation made it. */
export async function removeOwnVolume(
  docker: DockerClient,
  name: string,
  operationId: string,
): Promise<void> {
  const found = await existingVolume(docker, name);
  if (found?.Labels?.[labels.operation] === operationId) await removeUnusedVolume(docker, name);
}
