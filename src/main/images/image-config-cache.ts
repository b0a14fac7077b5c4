import type { DockerClient } from '../docker/docker-client.ts';
import type { ImageInspect } from '../docker/engine-types.ts';
import { AppFailure } from '../lib/app-failure.ts';

const maxEntries = 500;

/**
 * Image inspects by image id, which never change. Bounded. An image that is gone is not remembered: it may be loaded
 * again under the same id.
 */
export class ImageConfigCache {
  readonly #byId = new Map<string, Promise<ImageInspect | null>>();

  /** Null: the image is gone. @throws AppFailure when the engine does not answer; that is not remembered. */
  get(docker: Pick<DockerClient, 'inspectImage'>, id: string): Promise<ImageInspect | null> {
    const known = this.#byId.get(id);
    if (known !== undefined) return known;
    const asked = inspectOrNull(docker, id);
    this.#byId.set(id, asked);
    asked.then(
      (image) => image === null && this.#byId.delete(id),
      () => this.#byId.delete(id),
    );
    const oldest = this.#byId.keys().next();
    if (this.#byId.size > maxEntries && !oldest.done) this.#byId.delete(oldest.value);
    return asked;
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
