import { join } from 'node:path';
import { router } from './api/router.ts';
import { parseCliOptions } from './cli-options.ts';
import { createServices } from './create-services.ts';
import { logCrashes } from './lib/log-crashes.ts';
import { createLogger } from './lib/logger.ts';
import { resolveAppPaths } from './platform/app-paths.ts';
import { createNodePlatform } from './platform/node-platform.ts';
import { type HostedApp, startBrowserApp } from './start-browser-app.ts';
import { createWebSocketRpc } from './transport/create-web-socket-rpc.ts';

async function run(): Promise<void> {
  const options = parseCliOptions(process.argv.slice(2));
  const paths = resolveAppPaths(options.dataDir);
  const log = createLogger(paths.logDir);
  logCrashes(log);
  const createApp = async (): Promise<HostedApp> => {
    const services = await createServices({ platform: createNodePlatform({ paths }), log });
    return {
      serve: createWebSocketRpc({ router, createContext: () => ({ services }), log }),
      hasRunningOperations: () => services.hasRunningOperations(),
      dispose: () => services.dispose(),
    };
  };
  const rendererDir = join(import.meta.dirname, '..', 'renderer');
  // Whoever read the lines may be gone, along with the terminal: no reason to end.
  process.stdout.on('error', (error) => log.warn({ err: error }, 'nobody reads what is printed'));
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  await startBrowserApp({ options, paths, log, print, rendererDir, createApp });
}

run().catch((error: unknown) => {
  process.stderr.write(`Howdah could not start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
