import type { DockerClient } from '../docker/docker-client.ts';

const freshMs = 10_000;

/**
 * Bytes by volume name. The engine walks the disk for them: asked once for everybody who asks within ten seconds.
 * @throws AppFailure `engine-unreachable`
 */
export function createVolumeSizes(engine: { client(): DockerClient }): () => Promise<Record<string, number>> {
  let asked: { atMs: number; sizes: Promise<Record<string, number>> } | null = null;
  return () => {
    if (asked !== null && performance.now() - asked.atMs < freshMs) return asked.sizes;
    const sizes = Promise.resolve().then(() => engine.client().volumeSizes());
    const mine = { atMs: performance.now(), sizes };
    asked = mine;
    // A failure is not worth keeping, and the time counts from the answer.
    sizes.then(
      () => {
        mine.atMs = performance.now();
      },
      () => {
        if (asked === mine) asked = null;
      },
    );
    return sizes;
  };
}
