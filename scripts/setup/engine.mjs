import { canInstallPackages, hasCommand, installPackages } from '../lib/apt.mjs';
import { findEngine } from '../lib/engine-discovery.mjs';
import { say } from '../lib/say.mjs';
import { engineAdvice, installEngine, setUpSystemEngine } from '../lib/system-engine.mjs';
import { startPrivateEngine } from '../private-engine.mjs';

/**
 * Engine for `npm start`: one that answers, else the system's own, installed and started. Resolves with undefined
 * where there is none: the app then shows what it tried.
 */
export async function setUpEngineForApp() {
  const { engine } = await findEngine();
  if (engine) return engine;
  try {
    const started = await setUpSystemEngine();
    if (started) return started;
    say(`no container engine answers: ${engineAdvice()}`);
  } catch (error) {
    say(`no container engine: ${error.message}`);
  }
  return undefined;
}

/**
 * Engine for the tests: one that answers (unless HOWDAH_TEST_ENGINE=private), else a private one. Resolves with
 * `{ address, endpoint, stop() }`. Throws with all that was tried where none can be had.
 */
export async function setUpEngineForTests(allowSetup, env = process.env) {
  const answering = env.HOWDAH_TEST_ENGINE === 'private' ? { tried: [] } : await findEngine();
  if (answering.engine) return adoptEngine(answering.engine, allowSetup);
  if (process.platform !== 'linux' || process.getuid() !== 0) throw noEngine(answering.tried);
  if (allowSetup && canInstallPackages()) {
    await installEngine('no container engine answers; the tests need one');
    if (!hasCommand('ip')) await installPackages(['iproute2'], "the private engine's network");
    // The package's own start script may have started it.
    const { engine } = env.HOWDAH_TEST_ENGINE === 'private' ? {} : await findEngine();
    if (engine) return adoptEngine(engine, allowSetup);
  }
  const missing = ['dockerd', 'containerd', 'ip', 'docker'].filter((name) => !hasCommand(name));
  if (missing.length > 0) throw noEngine([...answering.tried, ...missing.map(notInstalled)]);
  return await startPrivateEngine();
}

async function adoptEngine(engine, allowSetup) {
  say(`using the engine at ${engine.address} (${engine.from})`);
  if (!hasCommand('docker')) {
    if (!allowSetup || !canInstallPackages()) {
      throw new Error('the tests run printed docker commands, but there is no docker command in PATH');
    }
    await installEngine('the tests run printed docker commands');
  }
  return { ...engine, stop: () => Promise.resolve() };
}

function notInstalled(name) {
  return { address: name, from: 'private engine', reason: 'not installed' };
}

function noEngine(tried) {
  const lines = tried.map(({ address, from, reason }) => `  ${address} (${from}): ${reason}`);
  return new Error(
    ['no container engine: the tests need one', ...lines, `To do: ${engineAdvice()}`].join('\n'),
  );
}
