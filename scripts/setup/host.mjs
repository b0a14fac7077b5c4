import { join } from 'node:path';
import { REPOSITORY_FOLDER } from '../lib/repository-folder.mjs';
import { say } from '../lib/say.mjs';
import { setUpElectron } from './electron.mjs';

const BROWSER_HOST = { command: process.execPath, args: [join(REPOSITORY_FOLDER, 'out/main/serve.js')] };

/** Whether there is a screen to open a window on. */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * The program that shows the app, as `{ command, args }`: Electron where it and a display are there, else the browser
 * host. `wanted` is 'electron', 'browser' or undefined; a wish that cannot be fulfilled is said, never an error.
 */
export async function chooseHost({ wanted, open, setup }) {
  if (wanted === 'browser' || !open) return BROWSER_HOST;
  if (!hasDisplay()) {
    if (wanted === 'electron') say('there is no display for Electron; using the browser host');
    return BROWSER_HOST;
  }
  const { program, reason } = await setUpElectron(setup);
  if (program === undefined) {
    say(`Electron is not used, because ${reason}; using the browser host`);
    return BROWSER_HOST;
  }
  return { command: program, args: [...electronFlags(), REPOSITORY_FOLDER] };
}

/** Chromium refuses to run its sandbox as root. */
function electronFlags() {
  return process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : [];
}
