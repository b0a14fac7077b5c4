import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { engineEnvironment } from '../lib/engine-discovery.mjs';
import { REPOSITORY_FOLDER } from '../lib/repository-folder.mjs';
import { setUpAppBuild } from './app-build.mjs';
import { setUpTestBrowser } from './browser.mjs';
import { setUpEngineForTests } from './engine.mjs';
import { inParallel } from './in-parallel.mjs';
import { setUpNodeModules } from './node-modules.mjs';
import { setUpImagesForTests } from './postgres-image.mjs';

/**
 * Sets up what tests or measurements need. Resolves with `{ env, stop() }`: `env` makes children use the engine, and
 * `stop` ends the engine if this run has started it. Throws with the reason when a part cannot be had.
 */
export async function setUpForTests({ setup, needsEngine, needsBrowser, needsBuild }) {
  let engine;
  const packages = setUpPackages(setup);
  const starting = needsEngine ? setUpEngineForTests(setup) : Promise.resolve(undefined);
  const stop = async () => await engine?.stop();
  try {
    const [, image] = await inParallel(
      async () => {
        await packages;
        if (needsBuild && setup) await setUpAppBuild();
      },
      async () => {
        engine = await starting;
        return engine && (await setUpImagesForTests(engine.endpoint, setup));
      },
      async () => {
        // apt does one thing at a time, and the image waits for the engine.
        await starting;
        if (needsBrowser && setup) await setUpTestBrowser(packages);
      },
    );
    const env = engine ? { ...engineEnvironment(engine), HOWDAH_TEST_IMAGE: image } : process.env;
    return { env, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function setUpPackages(setup) {
  if (setup) return await setUpNodeModules();
  if (!existsSync(join(REPOSITORY_FOLDER, 'node_modules'))) {
    throw new Error('node_modules is missing, and --no-setup forbids to install it');
  }
}
