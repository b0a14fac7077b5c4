import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { REPOSITORY_FOLDER } from './lib/repository-folder.mjs';
import { requireNode } from './lib/require-node.mjs';
import { runInFront } from './lib/run-in-front.mjs';
import { withoutDyingEarly } from './lib/without-dying-early.mjs';
import { setUpForTests } from './setup/for-tests.mjs';

const RUNNER = fileURLToPath(new URL('./lib/run-typescript.mjs', import.meta.url));
const MEASUREMENTS = join(REPOSITORY_FOLDER, 'tests/bench/main.ts');

/** The same engine, image and browser as `npm test`; all arguments but --no-setup go to the measurements. */
async function runBench() {
  requireNode();
  const setup = !process.argv.includes('--no-setup');
  const args = process.argv.slice(2).filter((arg) => arg !== '--no-setup');
  const { env, stop } = await setUpForTests({
    setup,
    needsEngine: true,
    needsBrowser: true,
    needsBuild: true,
  });
  try {
    return await runInFront(process.execPath, [RUNNER, MEASUREMENTS, ...args], { env });
  } finally {
    await stop();
  }
}

try {
  process.exitCode = await withoutDyingEarly(runBench);
} catch (error) {
  process.stderr.write(`the measurements did not run: ${error.message}\n`);
  process.exitCode = 1;
}
