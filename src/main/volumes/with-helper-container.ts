import type { DockerClient } from '../docker/docker-client.ts';
import type { HostConfig } from '../docker/engine-types.ts';
import { labels } from '../docker/labels.ts';

const folder = '/howdah-volumes';
const staleMs = 60_000;
const helperLabels = { [labels.helper]: 'volumes' };

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
  const imageVolumes = Object.keys((await docker.inspectImage(image.id)).Config.Volumes ?? {});
  const containerId = await docker.createContainer(`howdah-helper-${process.pid}-${Date.now()}`, {
    Image: image.id,
    Entrypoint: ['none'],
    Labels: helperLabels,
    HostConfig: {
      Mounts: volumes.map((volume) => lookInto(volume, pathOf(volume))),
      // Over each VOLUME of the image, for which the engine would make an anonymous one.
      Tmpfs: Object.fromEntries(imageVolumes.map((path) => [path, ''])),
      NetworkMode: 'none',
    },
  });
  try {
    return await work(containerId, pathOf);
  } finally {
    await docker.removeContainer(containerId, { force: true });
    await removeRevived(docker, volumes);
  }
}

/** The engine puts these labels on a volume only when there is none of that name and it makes one. */
function lookInto(volume: string, path: string): NonNullable<HostConfig['Mounts']>[number] {
  return {
    ...{ Type: 'volume', Source: volume, Target: path, ReadOnly: true },
    VolumeOptions: { NoCopy: true, Labels: helperLabels },
  };
}

/** A volume that somebody removed right before the helper named it must not come back empty. */
async function removeRevived(docker: DockerClient, names: readonly string[]): Promise<void> {
  const volumes = await docker.listVolumes();
  const revived = volumes.filter(
    ({ Name, Labels }) => names.includes(Name) && labels.helper in (Labels ?? {}),
  );
  await Promise.all(revived.map(({ Name }) => docker.removeVolume(Name)));
}

/** Those of a process that was killed would keep their volumes in use. */
async function removeStaleHelpers(docker: DockerClient): Promise<void> {
  const helpers = await docker.listContainers({ labels: [labels.helper] });
  const stale = helpers.filter(({ createdAtMs }) => createdAtMs < Date.now() - staleMs);
  await Promise.all(stale.map(({ id }) => docker.removeContainer(id, { force: true, volumes: true })));
}
