import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { requestEngine } from '../lib/engine-request.mjs';

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

/** Takes one name from an image; what still uses its layers keeps them. */
export async function removeImageName(endpoint, name) {
  await requestEngine(endpoint, 'DELETE', `/images/${name}?noprune=1`);
}

/** The engine answers 200 before it starts: failures come as a line of the stream. */
function throwReported(answer) {
  for (const line of answer.split('\n')) {
    if (!line.startsWith('{')) continue;
    const { error } = JSON.parse(line);
    if (error) throw new Error(error);
  }
}
