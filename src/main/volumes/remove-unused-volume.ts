import type { DockerClient } from '../docker/docker-client.ts';
import { AppFailure } from '../lib/app-failure.ts';
import { retryUntil } from '../lib/retry-until.ts';
import { usersOfVolume } from './users-of-volume.ts';

const deadlineMs = 30_000;

/**
 * Removes a volume that no container uses. One of Howdah's own short-lived helpers, which may be looking into it at this
 * moment, is waited for. Removing one that is gone is not an error.
 * @throws AppFailure `volume-in-use`, `engine-unreachable`
 */
export async function removeUnusedVolume(docker: DockerClient, name: string): Promise<void> {
  const inUse = new AppFailure({ code: 'volume-in-use', volume: name, containers: [] });
  await retryUntil(
    async () => {
      try {
        await docker.removeVolume(name);
        return true;
      } catch (error) {
        if (!(error instanceof AppFailure) || error.appError.code !== 'volume-in-use') throw error;
        if (usersOfVolume(name, await docker.listContainers()).length > 0) throw error;
        return false;
      }
    },
    { deadlineMs, everyMs: 100, failure: () => inUse },
  );
}
