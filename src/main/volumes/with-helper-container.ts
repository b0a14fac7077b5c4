import type { DockerClient } from '../docker/docker-client.ts';
import { labels } from '../docker/labels.ts';

const folder = '/howdah-volumes';
const staleMs = 60_000;

/**
 * Mounts volumes into a container that is created, never started, and removed at once; outside the image's paths, so
 * that nothing of the image is copied into them. Null when there is no image at hand to make it from.
 */
export async function withHelperContainer<T>(
  docker: DockerClient,
  volumes: readonly string[],
  work: (containerId: string, pathOf: (volume: string) => string) => Promise<T>,
): Promise<T | null> {
  await removeStaleHelpers(docker);
  const images = (await docker.listImages()).toSorted((a, b) => a.sizeBytes - b.sizeBytes);
  const image = images[0];
  if (image === undefined) return null;
  const pathOf = (volume: string) => `${folder}/${volumes.indexOf(volume)}`;
  const containerId = await docker.createContainer(`howdah-helper-${process.pid}-${Date.now()}`, {
    Image: image.id,
    Entrypoint: ['none'],
    Labels: { [labels.helper]: 'volumes' },
    HostConfig: { Binds: volumes.map((volume) => `${volume}:${pathOf(volume)}:ro`), NetworkMode: 'none' },
  });
  try {
    return await work(containerId, pathOf);
  } finally {
    await docker.removeContainer(containerId, { force: true, volumes: true });
  }
}

/** Those of a process that was killed would keep their volumes in use. */
async function removeStaleHelpers(docker: DockerClient): Promise<void> {
  const helpers = await docker.listContainers({ labels: [labels.helper] });
  const stale = helpers.filter(({ createdAtMs }) => createdAtMs < Date.now() - staleMs);
  await Promise.all(stale.map(({ id }) => docker.removeContainer(id, { force: true, volumes: true })));
}
