import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { inspectImage } from '../lib/engine-images.mjs';
import { requestEngine } from '../lib/engine-request.mjs';
import { throwReported } from '../lib/engine-stream.mjs';

/** Imports a tar file as an image of one layer and names it `repository:tag`. */
export async function importImage(endpoint, tarFile, repository, tag) {
  const query = new URLSearchParams({ fromSrc: '-', repo: repository, tag });
  const answer = await requestEngine(endpoint, 'POST', `/images/create?${query}`, {
    body: createReadStream(tarFile),
    contentType: 'application/x-tar',
  });
  throwReported(answer);
}

/**
 * Builds `tag` from a folder with the engine's classic builder: it needs neither a docker command nor BuildKit.
 * Throws with the builder's own words.
 */
export async function buildImage(endpoint, folder, tag, buildArguments) {
  const query = new URLSearchParams({
    t: tag,
    version: '1',
    rm: '1',
    forcerm: '1',
    networkmode: 'none',
    buildargs: JSON.stringify(buildArguments),
  });
  // -h: the context is made of links into the cache.
  const tar = spawn('tar', ['-C', folder, '-h', '--owner=0', '--group=0', '-cf', '-', '.'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const answer = await requestEngine(endpoint, 'POST', `/build?${query}`, {
    body: tar.stdout,
    contentType: 'application/x-tar',
  });
  throwReported(answer);
}

/** Id of an image that was built here, or undefined when `name` is another one or does not exist. */
export async function localImageId(endpoint, name) {
  const { id, labels } = (await inspectImage(endpoint, name)) ?? {};
  return labels?.['dev.howdah.built'] === 'locally' ? id : undefined;
}

/** Removes an image (or one of its names) unless something uses it; layers that others use stay. */
export async function removeImage(endpoint, nameOrId) {
  if (nameOrId === undefined) return;
  try {
    await requestEngine(endpoint, 'DELETE', `/images/${nameOrId}`);
  } catch (error) {
    // 409: a container uses it. It goes when somebody tidies up.
    if (error.status !== 404 && error.status !== 409) throw error;
  }
}
