import { requestEngine } from './engine-request.mjs';
import { throwReported } from './engine-stream.mjs';

const FAMILY = /^(postgres|postgresql|postgis|pgvector|timescaledb|timescaledb-ha|pg)$/;

/** Whether an image name such as `ghcr.io/someone/postgis:16` names PostgreSQL or a relative of it. */
export function isPostgresImage(name) {
  const repository = name.split('/').at(-1).split(/[:@]/)[0];
  return FAMILY.test(repository);
}

/** Names of all images on the engine. */
export async function imageNames(endpoint) {
  const images = JSON.parse(await requestEngine(endpoint, 'GET', '/images/json'));
  return images.flatMap((image) => image.RepoTags ?? []).filter((name) => name !== '<none>:<none>');
}

/** An image as `{ id, labels }`, or undefined when the engine does not have it. */
export async function inspectImage(endpoint, name) {
  try {
    const image = JSON.parse(await requestEngine(endpoint, 'GET', `/images/${name}/json`));
    return { id: image.Id, labels: image.Config?.Labels ?? {} };
  } catch (error) {
    if (error.status === 404) return undefined;
    throw error;
  }
}

/** Pulls an image; resolves when it is complete. Throws with the registry's or the engine's reason. */
export async function pullImage(endpoint, repository, tag) {
  const query = new URLSearchParams({ fromImage: repository, tag });
  const answer = await requestEngine(endpoint, 'POST', `/images/create?${query}`);
  throwReported(answer);
}
