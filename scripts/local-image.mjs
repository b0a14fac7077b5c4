import { createHash } from 'node:crypto';
import { copyFileSync, linkSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { canInstallPackages, hasCommand } from './lib/apt.mjs';
import { cacheFolder } from './lib/cache-folder.mjs';
import { findEngine } from './lib/engine-discovery.mjs';
import { say } from './lib/say.mjs';
import { withWorkFolder } from './lib/work-folder.mjs';
import { buildImage, importImage, localImageId, removeImage } from './local-image/image-build.mjs';
import { imagePaths } from './local-image/image-paths.mjs';
import { CLIENT_MAJOR, makeRootFs, RECIPE as ROOT_FS_RECIPE } from './local-image/root-fs.mjs';
import { makeServerTar } from './local-image/server-binaries.mjs';
import { serverVersion } from './local-image/server-version.mjs';

export const LOCAL_IMAGE_MAJORS = [15, 16, 17, 18];
const RECIPE_FOLDER = fileURLToPath(new URL('../resources/local-image', import.meta.url));
const RECIPE_FILES = ['Dockerfile', 'docker-entrypoint.sh'];
const BASE_REPOSITORY = 'howdah-local-base';

/** Identifies the recipe of the images: it changes with the files they are made by. */
export function recipeOf() {
  const hash = createHash('sha256').update(String(ROOT_FS_RECIPE));
  for (const file of RECIPE_FILES) hash.update(readFileSync(join(RECIPE_FOLDER, file)));
  return hash.digest('hex').slice(0, 12);
}

/** Why the local image cannot be built on this system, or undefined when it can. */
export function localImageObstacle() {
  if (process.platform !== 'linux') return 'the local image can be built on Linux only';
  if (process.getuid() !== 0) return 'building the local image needs root (debootstrap)';
  if (!hasCommand('debootstrap') && !canInstallPackages())
    return 'building the local image needs debootstrap';
  return undefined;
}

/**
 * Builds `postgres:MAJOR` on the engine at `endpoint`, with the contract of the official image. The parts come
 * from Debian and npm, and stay in the cache. `name` is what it is called.
 * Resolves with that name. Throws when a part fails.
 */
export async function buildLocalImage(endpoint, major, name = `postgres:${major}`) {
  const cache = cacheFolder();
  const obstacle = localImageObstacle();
  if (obstacle) throw new Error(obstacle);
  const rootFs = await makeRootFs(cache);
  const server = major === CLIENT_MAJOR ? rootFs.server : await makeServerTar(cache, major);
  say(`image: building ${name} locally`);
  await withWorkFolder(cache, async (context) => {
    for (const file of RECIPE_FILES) copyFileSync(join(RECIPE_FOLDER, file), join(context, file));
    linkSync(server, join(context, 'server.tar'));
    const { dataDirectory, volume } = imagePaths(major);
    await buildOnBase(endpoint, rootFs.base, context, name, {
      MAJOR: String(major),
      VERSION: await serverVersion(server, major),
      DATA_DIRECTORY: dataDirectory,
      VOLUME_PATH: volume,
      RECIPE: recipeOf(),
    });
  });
  return name;
}

/** The base has a name while it is built upon only: afterwards it is nothing but the lowest layer. */
async function buildOnBase(endpoint, baseTar, context, name, buildArguments) {
  const tag = `build-${process.pid}`;
  const base = `${BASE_REPOSITORY}:${tag}`;
  const before = await localImageId(endpoint, name);
  try {
    await importImage(endpoint, baseTar, BASE_REPOSITORY, tag);
    await buildImage(endpoint, context, name, { ...buildArguments, BASE: base });
  } finally {
    await removeImage(endpoint, base);
  }
  if (before !== (await localImageId(endpoint, name))) await removeImage(endpoint, before);
}

async function main() {
  const { values } = parseArgs({
    options: { major: { type: 'string', default: '16' }, name: { type: 'string' } },
  });
  const major = Number(values.major);
  if (!LOCAL_IMAGE_MAJORS.includes(major))
    throw new Error(`--major must be one of ${LOCAL_IMAGE_MAJORS.join(', ')}`);
  const { engine } = await findEngine();
  if (!engine) throw new Error('no container engine answers; `npm start` sets one up');
  say(`image: ${await buildLocalImage(engine.endpoint, major, values.name)} is ready`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
