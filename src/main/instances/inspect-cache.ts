import type { DockerClient } from '../docker/docker-client.ts';
import type { ContainerInspect } from '../docker/engine-types.ts';
import { AppFailure } from '../lib/app-failure.ts';
import { limitConcurrency } from '../lib/limit-concurrency.ts';

const inspectsAtOnce = 12;

/**
 * Inspects by container id until they are deleted. One that is deleted while it is under way is not kept, so an event
 * that comes in between is never lost.
 */
export class InspectCache {
  readonly #byId = new Map<string, Promise<ContainerInspect | null>>();
  readonly #limited = limitConcurrency(inspectsAtOnce);

  /** Null: the container is gone. @throws AppFailure when the engine does not answer; that is not remembered. */
  get(docker: Pick<DockerClient, 'inspectContainer'>, id: string): Promise<ContainerInspect | null> {
    const known = this.#byId.get(id);
    if (known !== undefined) return known;
    const asked = this.#limited(() => inspectOrNull(docker, id));
    this.#byId.set(id, asked);
    asked.catch(() => {
      if (this.#byId.get(id) === asked) this.#byId.delete(id);
    });
    return asked;
  }

  delete(id: string): void {
    this.#byId.delete(id);
  }

  /** Forgets all but these. */
  retain(ids: ReadonlySet<string>): void {
    for (const id of this.#byId.keys()) if (!ids.has(id)) this.#byId.delete(id);
  }
}

async function inspectOrNull(
  docker: Pick<DockerClient, 'inspectContainer'>,
  id: string,
): Promise<ContainerInspect | null> {
  try {
    return await docker.inspectContainer(id);
  } catch (error) {
    if (error instanceof AppFailure && error.appError.code === 'not-found') return null;
    throw error;
  }
}
