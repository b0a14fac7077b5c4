import { join } from 'node:path';
import { app, BrowserWindow, dialog, type MessagePortMain } from 'electron';
import { claimDataDirectory } from '../browser/claim-data-directory.ts';
import type { AppPaths } from '../platform/app-paths.ts';
import type { Platform } from '../platform/platform.ts';
import { listRendererFiles } from '../transport/renderer-files.ts';
import { createElectronPlatform } from './electron-platform.ts';
import { guardContents } from './guard-contents.ts';
import { handOverPorts } from './hand-over-ports.ts';
import { pageUrl, registerPageScheme, servePages } from './page-scheme.ts';
import { setAppMenu } from './set-app-menu.ts';
import { windowOptions } from './window-options.ts';

/** The app behind the window, as this host needs it. */
export interface PortApp {
  serve(port: MessagePortMain): void;
  dispose(): Promise<void>;
}

export interface ElectronAppOptions {
  paths: AppPaths;
  /** The built window. */
  rendererDir: string;
  preload: string;
  createApp: (platform: Platform) => Promise<PortApp>;
}

/**
 * Runs the desktop app until its last window closes. A second start brings the first's window to the front.
 * @throws Error when the window is not built or the app behind it cannot start.
 */
export async function startElectronApp(options: ElectronAppOptions): Promise<void> {
  registerPageScheme();
  app.setPath('userData', join(options.paths.dataDir, 'electron'));
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  guardContents();
  await app.whenReady();
  const claim = await claimDataDirectory(options.paths.dataDir);
  if (claim.role === 'second') {
    claim.link.dispose();
    dialog.showErrorBox('Howdah is already running', 'End the Howdah that runs in a browser window first.');
    app.quit();
    return;
  }
  const portApp = await options.createApp(createElectronPlatform(options.paths));
  const stopPorts = handOverPorts((port) => portApp.serve(port));
  endWithLastWindow(async () => {
    stopPorts();
    await portApp.dispose();
    await claim.launcher.dispose();
  });
  servePages(await listRendererFiles(options.rendererDir));
  setAppMenu(process.platform, app.isPackaged);
  await openWindow(options.preload);
}

async function openWindow(preload: string): Promise<void> {
  const window = new BrowserWindow(windowOptions(preload));
  window.once('ready-to-show', () => window.show());
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  await window.loadURL(pageUrl);
}

/** Quits after the last window and whenever the system asks, each time only once everything is disposed. */
function endWithLastWindow(dispose: () => Promise<void>): void {
  let state: 'running' | 'ending' | 'ended' = 'running';
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (state === 'ended') return;
    event.preventDefault();
    if (state === 'ending') return;
    state = 'ending';
    void dispose().finally(() => {
      state = 'ended';
      app.quit();
    });
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => app.quit());
}
