import { requireNode } from './lib/require-node.mjs';
import { runInFront } from './lib/run-in-front.mjs';
import { say } from './lib/say.mjs';
import { parseStartArguments } from './lib/start-arguments.mjs';
import { withoutDyingEarly } from './lib/without-dying-early.mjs';
import { isBuildCurrent, setUpAppBuild } from './setup/app-build.mjs';
import { setUpEngineForApp } from './setup/engine.mjs';
import { chooseHost } from './setup/host.mjs';
import { inParallel } from './setup/in-parallel.mjs';
import { setUpNodeModules } from './setup/node-modules.mjs';
import { setUpImageForApp } from './setup/postgres-image.mjs';

const HELP = `npm start [-- options]
  --no-setup        install and build nothing, only run
  --host=browser    the browser host, also where Electron could run
  --host=electron   Electron, if it and a display are there
  --no-open         print the address instead of opening a window
  --port=N          port of the browser host on 127.0.0.1 (0: any free one)
  --data-dir=DIR    keep everything Howdah writes below DIR`;

async function setUp() {
  await inParallel(
    async () => {
      await setUpNodeModules();
      await setUpAppBuild();
    },
    async () => {
      const engine = await setUpEngineForApp();
      if (engine) await setUpImageForApp(engine.endpoint);
    },
  );
}

async function start(interruptCode) {
  requireNode();
  const options = parseStartArguments(process.argv.slice(2));
  if (options.help) {
    say(HELP);
    return 0;
  }
  if (options.setup) await setUp();
  else if (!isBuildCurrent())
    say('the build in out/ is missing or older than the sources; running it as it is');
  const { command, args } = await chooseHost(options);
  return interruptCode() ?? (await runInFront(command, [...args, ...options.forApp]));
}

try {
  process.exitCode = await withoutDyingEarly(start);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
