import packageJson from '../../../package.json' with { type: 'json' };
import type { Capabilities } from '../../shared/contract/host.ts';
import { AppFailure } from '../lib/app-failure.ts';
import type { Platform } from '../platform/platform.ts';

/** Answers the contract `host`. */
export interface HostService {
  capabilities(): Capabilities;
  /** @throws AppFailure `unsupported` when the host has no way to open a page, or the page is not on the allow-list. */
  openUrl(url: string): Promise<void>;
}

const systems: Partial<Record<NodeJS.Platform, Capabilities['platform']>> = {
  linux: 'linux',
  darwin: 'macos',
  win32: 'windows',
};

export function createHostService(platform: Platform): HostService {
  return {
    capabilities: () => ({
      host: platform.host,
      appVersion: packageJson.version,
      platform: systems[process.platform] ?? 'other',
      dataDirectory: platform.paths.dataDir,
      canOpenUrl: platform.capabilities().canOpenUrl,
    }),
    async openUrl(url) {
      try {
        await platform.openUrl(url);
      } catch (error) {
        throw new AppFailure({ code: 'unsupported', capability: 'open-url' }, { cause: error });
      }
    },
  };
}
