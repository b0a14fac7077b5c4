import type { ContainerSummary } from '../docker/engine-types.ts';
import { labels } from '../docker/labels.ts';

/** Containers that mount a volume, running or not; Howdah's own short-lived helpers do not count. */
export function usersOfVolume(
  volume: string,
  containers: readonly ContainerSummary[],
): readonly ContainerSummary[] {
  return containers.filter(
    (container) =>
      !(labels.helper in container.labels) && container.mounts.some(({ name }) => name === volume),
  );
}
