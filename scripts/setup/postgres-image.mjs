import { imageNames, inspectImage, isPostgresImage, pullImage } from '../lib/engine-images.mjs';
import { say } from '../lib/say.mjs';
import { buildLocalImage, localImageObstacle, recipeOf } from '../local-image.mjs';
import { canReachRegistry } from './registry-probe.mjs';

const MAJOR = 16;

/**
 * Image for `npm start`: whatever PostgreSQL image the engine has; else the app pulls one; else, where no registry
 * can be reached, one is built here. Never throws for lack of an image: the app can load one from a file.
 */
export async function setUpImageForApp(endpoint) {
  const names = (await imageNames(endpoint)).filter(isPostgresImage);
  if (names.some((name) => name !== `postgres:${MAJOR}`)) return;
  if (names.length > 0 && (await isCurrent(endpoint))) return;
  if (names.length === 0 && (await canReachRegistry())) return;
  const obstacle = localImageObstacle();
  if (obstacle) {
    say(`no PostgreSQL image: no registry answers, and ${obstacle}; use "Load image from file" in the app`);
    return;
  }
  try {
    await buildLocalImage(endpoint, MAJOR);
  } catch (error) {
    say(`no PostgreSQL image: ${error.message}`);
  }
}

/** Image for the tests: `postgres:16`, pulled where a registry answers, else built here. Resolves with its name, throws when it cannot be had. */
export async function setUpImageForTests(endpoint, allowSetup) {
  const name = `postgres:${MAJOR}`;
  if (await isCurrent(endpoint)) return name;
  if (!allowSetup)
    throw new Error(`the engine has no current image ${name}, and --no-setup forbids to get it`);
  if (!(await canReachRegistry())) return await buildLocalImage(endpoint, MAJOR);
  say(`pulling ${name}`);
  await pullImage(endpoint, 'postgres', String(MAJOR));
  return name;
}

/** A real image is; one built here is as long as it was made by the recipe of today. */
async function isCurrent(endpoint) {
  const image = await inspectImage(endpoint, `postgres:${MAJOR}`);
  if (image === undefined) return false;
  const { labels } = image;
  return labels['dev.howdah.built'] !== 'locally' || labels['dev.howdah.recipe'] === recipeOf();
}
