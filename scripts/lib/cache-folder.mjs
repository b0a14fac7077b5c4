import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the scripts keep what is dear to make again. Outside the checkout, so that it survives a new clone. */
export function cacheFolder(env = process.env, platform = process.platform) {
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, 'howdah');
  if (platform === 'win32' && env.LOCALAPPDATA) return join(env.LOCALAPPDATA, 'howdah', 'cache');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'howdah');
  return join(env.HOME || homedir(), '.cache', 'howdah');
}
