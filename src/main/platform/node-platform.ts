import { join } from 'node:path';
import type { AppPaths } from './app-paths.ts';
import { createDownloads, type Downloads } from './downloads.ts';
import { findOnPath } from './find-on-path.ts';
import { hasDisplay } from './has-display.ts';
import { isAllowedExternalUrl } from './is-allowed-external-url.ts';
import type { Platform, PlatformCapabilities } from './platform.ts';
import { createSecretStore } from './secret-store.ts';
import { startDetached } from './start-detached.ts';
import { openUrlCommand, revealCommand, type SystemCommand } from './system-commands.ts';

export interface NodePlatformOptions {
  paths: AppPaths;
  /** Where the browser host answers for what is offered here. */
  downloads?: Downloads;
  system?: NodeJS.Platform;
  env?: NodeJS.ProcessEnv;
}

/** The platform of the plain Node process: what the system's own tools offer, nothing more. */
export function createNodePlatform({
  paths,
  downloads = createDownloads(),
  system = process.platform,
  env = process.env,
}: NodePlatformOptions): Platform {
  const capabilities = readCapabilities(system, env);
  const run = async (can: boolean, what: string, { file, args }: SystemCommand): Promise<void> => {
    if (!can) throw new Error(`This system offers no way to ${what}`);
    await startDetached(file, args);
  };
  return {
    host: 'browser',
    paths,
    secrets: createSecretStore(join(paths.configDir, 'secrets.json')),
    capabilities: () => capabilities,
    async openUrl(url) {
      if (!isAllowedExternalUrl(url))
        throw new Error('This address is not on the list of pages Howdah opens');
      await run(capabilities.canOpenUrl, 'open a page', openUrlCommand(system, url));
    },
    revealPath: (path) => run(capabilities.canReveal, 'show a file', revealCommand(system, path)),
    async notify({ title, body }) {
      if (capabilities.canNotify)
        await startDetached('notify-send', ['--app-name=Howdah', '--', title, body]);
    },
    pickFile: async () => null,
    saveFile: async (file) => ({ way: 'download', ticket: downloads.offer(file) }),
  };
}

function readCapabilities(system: NodeJS.Platform, env: NodeJS.ProcessEnv): PlatformCapabilities {
  const shown = hasDisplay(system, env);
  const isDesktop = system === 'darwin' || system === 'win32';
  const canOpen = isDesktop || (shown && findOnPath('xdg-open', env.PATH) !== null);
  return {
    canOpenUrl: canOpen,
    canReveal: canOpen,
    canNotify: !isDesktop && shown && findOnPath('notify-send', env.PATH) !== null,
    canPickFile: false,
    encryptsSecrets: false,
  };
}
