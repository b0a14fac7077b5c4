import type { DockerClient } from '../docker/docker-client.ts';
import { AppFailure } from '../lib/app-failure.ts';
import type { ImageUpload } from './image-upload.ts';

/**
 * Feeds an upload to `docker load`; answers the references (or ids) that were loaded.
 * @throws AppFailure `image-file-invalid`, `cancelled` (the signal, or the page went away), `engine-unreachable`.
 */
export async function loadImage(
  docker: Pick<DockerClient, 'loadImage'>,
  upload: ImageUpload,
  { signal }: { signal: AbortSignal },
): Promise<string[]> {
  try {
    const loaded = await docker.loadImage(upload.tar, signal);
    if (loaded.length > 0) return loaded;
    throw new AppFailure({ code: 'image-file-invalid', reason: 'The engine found no image in it.' });
  } catch (error) {
    throw upload.abort(
      error instanceof AppFailure ? error : new AppFailure({ code: 'cancelled' }, { cause: error }),
    );
  }
}
