import { copyFileSync, linkSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cacheFolder } from './lib/cache-folder.mjs';
import { findEngine } from './lib/engine-discovery.mjs';
import { say } from './lib/say.mjs';
import { buildImage, importImage, removeImageName } from './local-image/image-build.mjs';
import { imagePaths } from './local-image/image-paths.mjs';
import { CLIENT_MAJOR, makeRootFs } from './local-image/root-fs.mjs';
import { makeServerTar } from './local-image/server-binaries.mjs';
import { serverVersion } from './local-image/server-version.mjs';

export const LOCAL_IMAGE_MAJORS = [15, 16, 17, 18];
const RECIPE_FOLDER = fileURLToPath(new URL('../resources/local-image', import.meta.url));
const RECIPE_FILES = ['Dockerfile', 'docker-entrypoint.sh'];
const BASE_REPOSITORY = 'howdah-local-base';

/** Why the local image cannot be built on this system, or undefined when it can. */
export function localImageObstacle() {
  if (process.platform !== 'linux') return 'the local image can be built on Linux only';
  if (process.getuid() !== 0) return 'building the local image needs root (debootstrap)';
  return undefined;
}

/**
 * Builds `postgres:MAJOR` on the engine at `endpoint`, with the contract of the official image. The parts come
 * from Debian and npm, and stay in the cache. Resolves with the image's name. Throws when a part fails.
 */
export async function buildLocalImage(endpoint, major, cache = cacheFolder()) {
  const obstacle = localImageObstacle();
  if (obstacle) throw new Error(obstacle);
  const rootFs = await makeRootFs(cache);
  const server = major === CLIENT_MAJOR ? rootFs.server : await makeServerTar(cache, major);
  const name = `postgres:${major}`;
  say(`image: building ${name} locally`);
  const context = mkdtempSync(join(cache, 'context-'));
  const base = `${BASE_REPOSITORY}:build-${process.pid}`;
  try {
    for (const file of RECIPE_FILES) copyFileSync(join(RECIPE_FOLDER, file), join(context, file));
    linkSync(server, join(context, 'server.tar'));
    await importImage(endpoint, rootFs.base, ...base.split(':'));
    const { dataDirectory, volume } = imagePaths(major);
    await buildImage(endpoint, context, name, {
      BASE: base,
      MAJOR: String(major),
      VERSION: await serverVersion(server, major),
      DATA_DIRECTORY: dataDirectory,
      VOLUME_PATH: volume,
    });
  } finally {
    await removeImageName(endpoint, base).catch(() => undefined);
    rmSync(context, { recursive: true, force: true });
  }
  return name;
}

async function main() {
  const { values } = parseArgs({ options: { major: { type: 'string', default: '16' } } });
  const major = Number(values.major);
  if (!LOCAL_IMAGE_MAJORS.includes(major))
    throw new Error(`--major must be one of ${LOCAL_IMAGE_MAJORS.join(', ')}`);
  const { engine } = await findEngine();
  if (!engine) throw new Error('no container engine answers; `npm start` sets one up');
  say(`image: ${await buildLocalImage(engine.endpoint, major)} is ready`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
