import { join } from 'node:path';
import envPaths from 'env-paths';

/** Directories that are Howdah's own. None is made here: who writes first makes it, with mode 0700. */
export interface AppPaths {
  dataDir: string;
  configDir: string;
  cacheDir: string;
  logDir: string;
}

/** The system's places for an application's files, or all of them below `dataDir` when one is given. */
export function resolveAppPaths(dataDir: string | undefined): AppPaths {
  if (dataDir !== undefined) {
    return {
      dataDir,
      configDir: join(dataDir, 'config'),
      cacheDir: join(dataDir, 'cache'),
      logDir: join(dataDir, 'log'),
    };
  }
  const paths = envPaths('howdah', { suffix: '' });
  return { dataDir: paths.data, configDir: paths.config, cacheDir: paths.cache, logDir: paths.log };
}
