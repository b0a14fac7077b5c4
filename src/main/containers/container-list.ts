import type { ContainerRow } from '../../shared/contract/containers.ts';
import type { DockerClient } from '../docker/docker-client.ts';
import type { ContainerSummary } from '../docker/engine-types.ts';
import { labels } from '../docker/labels.ts';
import type { ImageConfigCache } from '../images/image-config-cache.ts';
import { readEnv } from '../images/read-image-config.ts';
import { AppFailure } from '../lib/app-failure.ts';
import { toContainerRow } from './to-container-row.ts';

export interface ContainerListOptions {
  engine: { client(): DockerClient };
  images: ImageConfigCache;
  /** Called when something that was not known at the last `list` changes its rows. */
  onLearned: () => void;
}

/**
 * All containers from one list call. What the list does not tell (`--rm`, `PGDATA` of an image) is learned after it was
 * answered, once per container and image, so that the first list is as fast as the engine.
 */
export class ContainerList {
  readonly #options: ContainerListOptions;
  readonly #autoRemove = new Map<string, boolean>();
  readonly #hasDataDirectory = new Map<string, boolean>();
  #learning: Promise<void> | null = null;
  #isDisposed = false;

  constructor(options: ContainerListOptions) {
    this.#options = options;
  }

  /** Running ones first, then by name; Howdah's short-lived helpers are left out. @throws AppFailure. */
  async list(): Promise<ContainerRow[]> {
    const docker = this.#options.engine.client();
    const listed = await docker.listContainers();
    const summaries = listed.filter((summary) => summary.labels[labels.helper] === undefined);
    this.#forgetAllBut(summaries);
    this.#learning ??= this.#learn(docker, summaries).finally(() => {
      this.#learning = null;
    });
    return summaries
      .map((summary) =>
        toContainerRow(summary, {
          autoRemove: this.#autoRemove.get(summary.id) ?? false,
          hasDataDirectory: this.#hasDataDirectory.get(summary.imageId) ?? false,
        }),
      )
      .sort((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name));
  }

  /** Waits for what is being learned, which then changes nothing any more. */
  async dispose(): Promise<void> {
    this.#isDisposed = true;
    await this.#learning;
  }

  /** Never throws: what could not be learned now is asked for at the next list. */
  async #learn(docker: DockerClient, summaries: readonly ContainerSummary[]): Promise<void> {
    const isNews = await Promise.all([
      ...summaries
        .filter(({ id }) => !this.#autoRemove.has(id))
        .map(({ id }) => this.#learnContainer(docker, id)),
      ...[...new Set(summaries.map(({ imageId }) => imageId))]
        .filter((imageId) => !this.#hasDataDirectory.has(imageId))
        .map((imageId) => this.#learnImage(docker, imageId)),
    ]);
    if (isNews.includes(true) && !this.#isDisposed) this.#options.onLearned();
  }

  async #learnContainer(docker: DockerClient, id: string): Promise<boolean> {
    try {
      const { HostConfig } = await docker.inspectContainer(id);
      this.#autoRemove.set(id, HostConfig.AutoRemove === true);
      return HostConfig.AutoRemove === true;
    } catch (error) {
      return ignoreAppFailure(error);
    }
  }

  async #learnImage(docker: DockerClient, imageId: string): Promise<boolean> {
    try {
      const image = await this.#options.images.get(docker, imageId);
      const has = image !== null && readEnv(image.Config, 'PGDATA') !== null;
      this.#hasDataDirectory.set(imageId, has);
      return has;
    } catch (error) {
      return ignoreAppFailure(error);
    }
  }

  #forgetAllBut(summaries: readonly ContainerSummary[]): void {
    const ids = new Set(summaries.map(({ id }) => id));
    for (const id of this.#autoRemove.keys()) if (!ids.has(id)) this.#autoRemove.delete(id);
    const imageIds = new Set(summaries.map(({ imageId }) => imageId));
    for (const id of this.#hasDataDirectory.keys()) if (!imageIds.has(id)) this.#hasDataDirectory.delete(id);
  }
}

function ignoreAppFailure(error: unknown): false {
  if (error instanceof AppFailure) return false;
  throw error;
}

function rank({ state }: ContainerRow): number {
  return state === 'running' || state === 'restarting' || state === 'paused' ? 0 : 1;
}
