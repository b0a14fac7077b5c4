import type { WebSocket } from 'ws';
import type { StartedBrowser } from './browser/browser-way.ts';
import { browserWays } from './browser/browser-ways.ts';
import { claimDataDirectory } from './browser/claim-data-directory.ts';
import { type HostedApp, LateApp } from './browser/late-app.ts';
import type { Launcher } from './browser/launcher.ts';
import { onShutdown } from './browser/on-shutdown.ts';
import { openWindow, printAddress } from './browser/open-window.ts';
import { WindowLifetime } from './browser/window-lifetime.ts';
import type { CliOptions } from './cli-options.ts';
import type { Logger } from './lib/logger.ts';
import type { AppPaths } from './platform/app-paths.ts';
import type { Downloads } from './platform/downloads.ts';
import { BrowserHost } from './transport/browser-host.ts';
import { listRendererFiles } from './transport/renderer-files.ts';

export interface BrowserAppOptions {
  options: CliOptions;
  paths: AppPaths;
  log: Logger;
  print: (line: string) => void;
  /** The built window. */
  rendererDir: string;
  createApp: () => Promise<HostedApp>;
  /** What the app offers to its pages. */
  downloads: Downloads;
}

/**
 * Runs the browser host until it is ended. A later start on the same data directory only asks the first for a window.
 * @throws Error when the port is taken or the window is not built.
 */
export async function startBrowserApp(input: BrowserAppOptions): Promise<void> {
  const { options, paths, log, print } = input;
  const claim = await claimDataDirectory(paths.dataDir);
  if (claim.role === 'first') return runFirst(input, claim.launcher);
  const ways = options.open ? browserWays({ paths, log, chosen: options.browser }) : [];
  try {
    await openWindow({ ways, newTicket: () => claim.link.newTicket(), print, log });
  } finally {
    claim.link.dispose();
  }
}

const endingLine =
  'Something is under way and gets a few seconds to end. What does not is offered at the next start, to be finished or rolled back. Press Ctrl+C again to end at once.';

async function runFirst(input: BrowserAppOptions, launcher: Launcher): Promise<void> {
  const { options, paths, log, print, downloads } = input;
  const app = new LateApp(input.createApp);
  const cleanUps: (() => unknown)[] = [() => launcher.dispose(), () => app.dispose()];
  const isBusy = (): boolean => app.hasRunningOperations();
  const shutdown = onShutdown(() => {
    if (isBusy()) print(endingLine);
    return runCleanUps(cleanUps, log);
  });
  try {
    const files = await listRendererFiles(input.rendererDir);
    const lifetime = new WindowLifetime({
      hasRunningOperations: isBusy,
      onEnd: () => shutdown.end(),
    });
    const onPageCount = (count: number): void => lifetime.setPages(count);
    const serve = (socket: WebSocket): void => app.serve(socket);
    const host = new BrowserHost({ files, serve, downloads, onPageCount, log });
    cleanUps.push(() => host.dispose());
    await host.listen(options.port);
    cleanUps.push(() => lifetime.dispose());
    launcher.serve(() => {
      lifetime.windowWanted();
      return host.issueTicket();
    });
    const openFirst = async (): Promise<void> => {
      if (!options.open) return printAddress(host.issueTicket().url, print);
      const ways = browserWays({ paths, log, chosen: options.browser });
      const browser = await openWindow({ ways, newTicket: async () => host.issueTicket(), print, log });
      if (browser !== null) watchWindow(browser, lifetime, cleanUps, print);
    };
    // The window first: it starts while the app is made.
    await Promise.all([openFirst(), app.make()]);
  } catch (error) {
    shutdown.dispose();
    await runCleanUps(cleanUps, log);
    throw error;
  }
}

/** Undoes in reverse order. One that fails is logged and does not keep the others from running. */
async function runCleanUps(cleanUps: readonly (() => unknown)[], log: Logger): Promise<void> {
  for (const cleanUp of cleanUps.toReversed()) {
    try {
      await cleanUp();
    } catch (error) {
      log.error({ err: error }, 'a part of the app did not end cleanly');
    }
  }
}

function watchWindow(
  browser: StartedBrowser,
  lifetime: WindowLifetime,
  cleanUps: (() => unknown)[],
  print: (line: string) => void,
): void {
  print('Howdah is open in its window. Close the window or press Ctrl+C here to end it.');
  cleanUps.push(() => browser.close());
  lifetime.windowOpened();
}
