import { join } from 'node:path';
import { router } from './api/router.ts';
import { parseCliOptions } from './cli-options.ts';
import { createServices } from './create-services.ts';
import { startElectronApp } from './electron/start-electron-app.ts';
import { logCrashes } from './lib/log-crashes.ts';
import { createLogger } from './lib/logger.ts';
import { resolveAppPaths } from './platform/app-paths.ts';
import { createPortRpc } from './transport/create-port-rpc.ts';

const knownOptions = /^--(no-open|port|data-dir|browser|host)(=|$)/;

async function run(): Promise<void> {
  // Electron and Chromium have switches of their own on the same command line.
  const options = parseCliOptions(process.argv.filter((argument) => knownOptions.test(argument)));
  const paths = resolveAppPaths(options.dataDir);
  const log = createLogger(paths.logDir);
  logCrashes(log);
  await startElectronApp({
    paths,
    rendererDir: join(import.meta.dirname, '..', 'renderer'),
    preload: join(import.meta.dirname, '..', 'preload', 'index.cjs'),
    async createApp(platform) {
      const services = await createServices({ platform, log });
      return {
        serve: createPortRpc({ router, createContext: () => ({ services }), log }),
        hasRunningOperations: () => services.hasRunningOperations(),
        dispose: () => services.dispose(),
      };
    },
  });
}

run().catch((error: unknown) => {
  process.stderr.write(`Howdah could not start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
