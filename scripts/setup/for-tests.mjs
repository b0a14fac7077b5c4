import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { engineEnvironment } from '../lib/engine-discovery.mjs';
import { REPOSITORY_FOLDER } from '../lib/repository-folder.mjs';
import { setUpTestBrowser } from './browser.mjs';
import { setUpEngineForTests } from './engine.mjs';
import { inParallel } from './in-parallel.mjs';
import { setUpNodeModules } from './node-modules.mjs';
import { setUpImageForTests } from './postgres-image.mjs';

/**
 * Sets up what tests or measurements need. Resolves with `{ env, stop() }`: `env` makes children use the engine, and
 * `stop` ends the engine if this run has started it. Throws with the reason when a part cannot be had.
 */
export async function setUpForTests({ setup, needsEngine, needsBrowser }) {
  let engine;
  const stop = async () => await engine?.stop();
  try {
    const [, image] = await inParallel(
      () => setUpPackages(setup),
      async () => {
        if (needsEngine) engine = await setUpEngineForTests(setup);
        const name = needsEngine ? await setUpImageForTests(engine.endpoint, setup) : undefined;
        // After the others: apt does one thing at a time.
        if (needsBrowser && setup) await setUpTestBrowser();
        return name;
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
