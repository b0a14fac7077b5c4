import { closeSync, mkdirSync, openSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from '../lib/logger.ts';
import type { AppPaths } from '../platform/app-paths.ts';
import { findOnPath } from '../platform/find-on-path.ts';
import { hasDisplay } from '../platform/has-display.ts';
import { startDetached } from '../platform/start-detached.ts';
import { openUrlCommand } from '../platform/system-commands.ts';
import { appWindowArguments } from './app-window-arguments.ts';
import type { BrowserWay, StartedBrowser } from './browser-way.ts';
import { findBrowsers, type InstalledBrowser } from './find-browsers.ts';
import { profileDir } from './profile-dir.ts';

const appHandoverMs = 5000;
const defaultBrowserHandoverMs = 20_000;

export interface BrowserWaysOptions {
  paths: AppPaths;
  log: Logger;
  /** Path of the browser to try first. */
  chosen: string | undefined;
  system?: NodeJS.Platform;
  env?: NodeJS.ProcessEnv;
}

/** Every way to show the page on this machine, best first; none without a display. */
export function browserWays(options: BrowserWaysOptions): BrowserWay[] {
  const { system = process.platform, env = process.env, chosen } = options;
  if (!hasDisplay(system, env)) return [];
  const ways = findBrowsers(chosen, system, env).map((browser) => appWindowWay(browser, options));
  const command = openUrlCommand(system, '').file;
  if (system !== 'linux' || findOnPath(command, env.PATH) !== null)
    ways.push(defaultBrowserWay(system, options));
  return ways;
}

function appWindowWay(browser: InstalledBrowser, options: BrowserWaysOptions): BrowserWay {
  const { paths, log } = options;
  return {
    name: `${browser.name} (${browser.file})`,
    handoverMs: appHandoverMs,
    start(url) {
      const profile = profileDir(browser, paths.dataDir, homedir());
      mkdirSync(profile, { recursive: true, mode: 0o700 });
      const withoutSandbox = process.platform === 'linux' && process.getuid?.() === 0;
      if (withoutSandbox) log.warn('running as root: the browser is started without its sandbox');
      return start(
        browser.file,
        appWindowArguments({ url, profileDir: profile, withoutSandbox }),
        paths.logDir,
      );
    },
  };
}

function defaultBrowserWay(system: NodeJS.Platform, { paths }: BrowserWaysOptions): BrowserWay {
  return {
    name: 'The default browser',
    handoverMs: defaultBrowserHandoverMs,
    start(url) {
      const { file, args } = openUrlCommand(system, url);
      return start(file, args, paths.logDir);
    },
  };
}

async function start(file: string, args: string[], logDir: string): Promise<StartedBrowser> {
  mkdirSync(logDir, { recursive: true, mode: 0o700 });
  const output = openSync(join(logDir, 'browser.log'), 'w', 0o600);
  try {
    const child = await startDetached(file, args, output);
    const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
    return { exited, close: () => child.kill() };
  } finally {
    closeSync(output);
  }
}
