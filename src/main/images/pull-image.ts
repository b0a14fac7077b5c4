import type { OperationProgress } from '../../shared/contract/operations.ts';
import type { DockerClient } from '../docker/docker-client.ts';
import { foldPullProgress, noPullProgress } from './pull-progress.ts';

interface PullOptions {
  signal: AbortSignal;
  /** Told after every message of the engine: the caller limits how often it passes that on. */
  onProgress: (progress: OperationProgress) => void;
}

/**
 * Pulls an image; resolves when it is on the engine.
 * @throws AppFailure `pull-failed` with the engine's reason, `cancelled`, `engine-unreachable`.
 */
export async function pullImage(
  docker: Pick<DockerClient, 'pullImage'>,
  reference: string,
  { signal, onProgress }: PullOptions,
): Promise<void> {
  let progress = noPullProgress;
  for await (const message of docker.pullImage(reference, signal)) {
    progress = foldPullProgress(progress, message);
    onProgress(progress);
  }
}
