import { parseCliOptions } from '../../../src/main/cli-options.ts';
import { createLogger } from '../../../src/main/lib/logger.ts';
import { resolveAppPaths } from '../../../src/main/platform/app-paths.ts';
import { createDownloads } from '../../../src/main/platform/downloads.ts';
import { startBrowserApp } from '../../../src/main/start-browser-app.ts';
import { createWebSocketRpc } from '../../../src/main/transport/create-web-socket-rpc.ts';
import { sampleRouter } from './sample-router.ts';

// The browser host around the sample contract: `node sample-serve.js RENDERER_DIR [options]`.
const [rendererDir = '', ...args] = process.argv.slice(2);
const options = parseCliOptions(args);
const paths = resolveAppPaths(options.dataDir);
const log = createLogger(paths.logDir);
const seen = new Map<string, string>();
const tell = {
  get: (id: string) => seen.get(id),
  set(id: string, state: string) {
    process.stdout.write(`${id}: ${state}\n`);
    return seen.set(id, state);
  },
};
await startBrowserApp({
  options,
  paths,
  log,
  rendererDir,
  downloads: createDownloads(),
  print: (line) => process.stdout.write(`${line}\n`),
  createApp: async () => ({
    serve: createWebSocketRpc({ router: sampleRouter, createContext: () => ({ seen: tell }), log }),
    hasRunningOperations: () => process.env.SAMPLE_IS_BUSY !== undefined,
    dispose: async () => {
      process.stdout.write('disposed\n');
    },
  }),
});
