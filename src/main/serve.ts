import { join } from 'node:path';
import type { HostedApp } from './browser/late-app.ts';
import { parseCliOptions } from './cli-options.ts';
import { logCrashes } from './lib/log-crashes.ts';
import { createLogger } from './lib/logger.ts';
import { resolveAppPaths } from './platform/app-paths.ts';
import { createDownloads } from './platform/downloads.ts';
import { createNodePlatform } from './platform/node-platform.ts';
import { startBrowserApp } from './start-browser-app.ts';

async function run(): Promise<void> {
  const options = parseCliOptions(process.argv.slice(2));
  const paths = resolveAppPaths(options.dataDir);
  const log = createLogger(paths.logDir);
  logCrashes(log);
  const downloads = createDownloads();
  // Loaded while the window starts.
  const createApp = async (): Promise<HostedApp> => {
    const [{ createServices }, { router }, { createWebSocketRpc }] = await Promise.all([
      import('./create-services.ts'),
      import('./api/router.ts'),
      import('./transport/create-web-socket-rpc.ts'),
    ]);
    const services = await createServices({ platform: createNodePlatform({ paths, downloads }), log });
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
  await startBrowserApp({ options, paths, log, print, rendererDir, createApp, downloads });
}

run().catch((error: unknown) => {
  process.stderr.write(`Howdah could not start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
