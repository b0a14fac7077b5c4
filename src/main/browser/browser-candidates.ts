import { posix, win32 } from 'node:path';

/** A browser that can show a page as an app window. */
export interface BrowserCandidate {
  name: string;
  /** Names looked up in `PATH`, or full paths. */
  files: readonly string[];
}

const linux: readonly BrowserCandidate[] = [
  { name: 'Chromium', files: ['chromium', 'chromium-browser'] },
  { name: 'Google Chrome', files: ['google-chrome-stable', 'google-chrome', '/opt/google/chrome/chrome'] },
  {
    name: 'Microsoft Edge',
    files: ['microsoft-edge-stable', 'microsoft-edge', '/opt/microsoft/msedge/msedge'],
  },
  { name: 'Brave', files: ['brave-browser', 'brave-browser-stable', 'brave'] },
];

const macNames = [
  ['Google Chrome', 'Google Chrome'],
  ['Chromium', 'Chromium'],
  ['Microsoft Edge', 'Microsoft Edge'],
  ['Brave', 'Brave Browser'],
] as const;

const windowsFiles = [
  ['Google Chrome', 'Google/Chrome/Application/chrome.exe'],
  ['Microsoft Edge', 'Microsoft/Edge/Application/msedge.exe'],
  ['Chromium', 'Chromium/Application/chrome.exe'],
  ['Brave', 'BraveSoftware/Brave-Browser/Application/brave.exe'],
] as const;

/** Where Chromium and its relatives are installed on a system, best first. */
export function browserCandidates(system: NodeJS.Platform, env: NodeJS.ProcessEnv): BrowserCandidate[] {
  if (system === 'darwin') {
    const roots = ['/Applications', ...(env.HOME ? [posix.join(env.HOME, 'Applications')] : [])];
    return macNames.map(([name, app]) => ({
      name,
      files: roots.map((root) => posix.join(root, `${app}.app`, 'Contents', 'MacOS', app)),
    }));
  }
  if (system === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (root) => root !== undefined,
    );
    return windowsFiles.map(([name, file]) => ({ name, files: roots.map((root) => win32.join(root, file)) }));
  }
  return [...linux];
}
