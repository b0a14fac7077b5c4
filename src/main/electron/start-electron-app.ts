import { join } from 'node:path';
import { app, BrowserWindow, dialog, type MessagePortMain } from 'electron';
import { claimDataDirectory } from '../browser/claim-data-directory.ts';
import { WindowLifetime } from '../browser/window-lifetime.ts';
import type { AppPaths } from '../platform/app-paths.ts';
import type { Platform } from '../platform/platform.ts';
import { listRendererFiles } from '../transport/renderer-files.ts';
import { askBeforeLeaving } from './ask-before-leaving.ts';
import { createElectronPlatform } from './electron-platform.ts';
import { guardContents } from './guard-contents.ts';
import { handOverPorts } from './hand-over-ports.ts';
import { pageUrl, registerPageScheme, servePages } from './page-scheme.ts';
import { setAppMenu } from './set-app-menu.ts';
import { windowOptions } from './window-options.ts';

/** The app behind the window, as this host needs it. */
export interface PortApp {
  serve(port: MessagePortMain): void;
  hasRunningOperations(): boolean;
  dispose(): Promise<void>;
}

export interface ElectronAppOptions {
  paths: AppPaths;
  /** The built window. */
  rendererDir: string;
  preload: string;
  createApp: (platform: Platform) => Promise<PortApp>;
}

/** A reload destroys no window here, so this is only how often a running operation is looked at. */
const graceMs = 500;

/**
 * Runs the desktop app until its last window is closed and no operation runs. A second start brings the window to the
 * front, or opens it again.
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
  askBeforeLeaving();
  await app.whenReady();
  const claim = await claimDataDirectory(options.paths.dataDir);
  if (claim.role === 'second') {
    claim.link.dispose();
    dialog.showErrorBox('Howdah is already running', 'End the Howdah that runs in a browser window first.');
    app.quit();
    return;
  }
  const files = await listRendererFiles(options.rendererDir);
  const portApp = await options.createApp(createElectronPlatform(options.paths));
  const stopPorts = handOverPorts((port) => portApp.serve(port));
  const hasRunningOperations = () => portApp.hasRunningOperations();
  const lifetime = new WindowLifetime({ hasRunningOperations, onEnd: () => app.quit(), graceMs });
  disposeBeforeQuit(async () => {
    lifetime.dispose();
    stopPorts();
    await portApp.dispose();
    await claim.launcher.dispose();
  });
  servePages(files);
  setAppMenu(process.platform, app.isPackaged);
  await keepWindow(options.preload, lifetime);
}

/** Opens the window, and opens it again or brings it to the front when the app is asked for once more. */
async function keepWindow(preload: string, lifetime: WindowLifetime): Promise<void> {
  let window: BrowserWindow | null = null;
  const show = async (): Promise<void> => {
    if (window !== null) {
      if (window.isMinimized()) window.restore();
      window.focus();
      return;
    }
    const opened = new BrowserWindow(windowOptions(preload));
    window = opened;
    lifetime.setPages(1);
    opened.once('closed', () => {
      window = null;
    });
    opened.once('ready-to-show', () => opened.show());
    await opened.loadURL(pageUrl);
  };
  app.on('window-all-closed', () => lifetime.setPages(0));
  app.on('second-instance', () => void show());
  app.on('activate', () => void show());
  await show();
  lifetime.windowOpened();
}

/** Quits, whoever asks, only once everything is disposed. */
function disposeBeforeQuit(dispose: () => Promise<void>): void {
  let state: 'running' | 'ending' | 'ended' = 'running';
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
