import type { DockerClient } from '../docker/docker-client.ts';
import type { ImageInspect } from '../docker/engine-types.ts';
import { AppFailure } from '../lib/app-failure.ts';

const maxEntries = 500;

/**
 * Image inspects by image id, which never change. Bounded; an image that is gone is remembered as null, because the
 * container of a removed image keeps its id.
 */
export class ImageConfigCache {
  readonly #byId = new Map<string, Promise<ImageInspect | null>>();

  /** @throws AppFailure when the engine does not answer; that is not remembered. */
  get(docker: Pick<DockerClient, 'inspectImage'>, id: string): Promise<ImageInspect | null> {
    const known = this.#byId.get(id);
    if (known !== undefined) return known;
    const asked = inspectOrNull(docker, id);
    this.#byId.set(id, asked);
    asked.catch(() => this.#byId.delete(id));
    const oldest = this.#byId.keys().next();
    if (this.#byId.size > maxEntries && !oldest.done) this.#byId.delete(oldest.value);
    return asked;
  }

  /** Forgets what was gone, for when images were loaded or pulled, and another engine's images. */
  clear(): void {
    this.#byId.clear();
  }
}

async function inspectOrNull(
  docker: Pick<DockerClient, 'inspectImage'>,
  id: string,
): Promise<ImageInspect | null> {
  try {
    return await docker.inspectImage(id);
  } catch (error) {
    if (error instanceof AppFailure && error.appError.code === 'image-missing') return null;
    throw error;
  }
}
