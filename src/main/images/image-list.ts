import type { PostgresImage } from '../../shared/contract/images.ts';
import type { DockerClient } from '../docker/docker-client.ts';
import type { ImageSummary } from '../docker/engine-types.ts';
import type { ImageConfigCache } from './image-config-cache.ts';
import { isPostgresImage } from './is-postgres-image.ts';
import { readEnv, readImageConfig } from './read-image-config.ts';

type ImageReader = Pick<DockerClient, 'listImages' | 'inspectImage'>;

/**
 * Postgres images on the engine, one row per reference, newest Postgres first: recognised by family or by `PGDATA` in
 * the image's config (inspected once per image id).
 */
export async function listPostgresImages(
  docker: ImageReader,
  cache: ImageConfigCache,
): Promise<PostgresImage[]> {
  const summaries = await docker.listImages();
  const tagged = summaries.filter((summary) => summary.references.length > 0);
  const rows = await Promise.all(tagged.map((summary) => toRows(docker, cache, summary)));
  return rows.flat().sort(newestFirst);
}

async function toRows(
  docker: ImageReader,
  cache: ImageConfigCache,
  summary: ImageSummary,
): Promise<PostgresImage[]> {
  const image = await cache.get(docker, summary.id);
  if (image === null) return [];
  const hasDataDirectory = readEnv(image.Config, 'PGDATA') !== null;
  return summary.references
    .filter((reference) => hasDataDirectory || isPostgresImage(reference))
    .map((reference) => ({
      id: summary.id,
      reference,
      sizeBytes: summary.sizeBytes,
      createdAtMs: summary.createdAtMs,
      ...readImageConfig(image, reference),
    }));
}

function newestFirst(one: PostgresImage, other: PostgresImage): number {
  return (
    (other.major ?? 0) - (one.major ?? 0) ||
    compareVersions(other.version ?? '', one.version ?? '') ||
    Number(isOfficial(other)) - Number(isOfficial(one)) ||
    other.createdAtMs - one.createdAtMs ||
    one.reference.localeCompare(other.reference)
  );
}

/** `16.10` is newer than `16.9`; a beta (`18beta1`) is older than any release of its major. */
function compareVersions(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}

function isOfficial({ reference }: PostgresImage): boolean {
  return /^(docker\.io\/library\/)?postgres:/.test(reference);
}
