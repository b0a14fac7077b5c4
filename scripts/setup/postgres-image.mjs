import { imageNames, inspectImage, isPostgresImage, pullImage } from '../lib/engine-images.mjs';
import { say } from '../lib/say.mjs';
import { buildLocalImage, LOCAL_IMAGE_MAJORS, localImageObstacle, recipeOf } from '../local-image.mjs';
import { canReachRegistry } from './registry-probe.mjs';

const MAJOR = 16;

/**
 * Image for `npm start`: whatever PostgreSQL image the engine has; else the app pulls one; else, where no registry
 * can be reached, one is built here. Never throws for lack of an image: the app can load one from a file.
 */
export async function setUpImageForApp(endpoint) {
  const names = (await imageNames(endpoint)).filter(isPostgresImage);
  if (names.some((name) => name !== `postgres:${MAJOR}`)) return;
  if (names.length > 0 && (await isCurrent(endpoint, MAJOR))) return;
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

/**
 * Images for the tests: `postgres:MAJOR` of every supported major, pulled where a registry answers, else built here.
 * Resolves with the name of the one that most of them run; throws when one cannot be had.
 */
export async function setUpImagesForTests(endpoint, allowSetup) {
  const missing = [];
  for (const major of LOCAL_IMAGE_MAJORS) if (!(await isCurrent(endpoint, major))) missing.push(major);
  if (missing.length > 0) await setUpImages(endpoint, missing, allowSetup);
  return `postgres:${MAJOR}`;
}

async function setUpImages(endpoint, majors, allowSetup) {
  if (!allowSetup) {
    const names = majors.map((major) => `postgres:${major}`).join(', ');
    throw new Error(`the engine has no current images ${names}, and --no-setup forbids to get them`);
  }
  const canPull = await canReachRegistry();
  for (const major of majors) {
    if (!canPull) {
      await buildLocalImage(endpoint, major);
      continue;
    }
    say(`pulling postgres:${major}`);
    await pullImage(endpoint, 'postgres', String(major));
  }
}

/** A real image is; one built here is as long as it was made by the recipe of today. */
async function isCurrent(endpoint, major) {
  const image = await inspectImage(endpoint, `postgres:${major}`);
  if (image === undefined) return false;
  const { labels } = image;
  return labels['dev.howdah.built'] !== 'locally' || labels['dev.howdah.recipe'] === recipeOf();
}
