import { join } from 'node:path';
import { type ConsoleServicesDeps, createConsoleServices } from './create-console-services.ts';
import { createTableServices } from './create-table-services.ts';
import type { Platform } from './platform/platform.ts';
import { ResultSaver } from './results/result-saver.ts';
import { ResultStore } from './results/result-store.ts';

export interface DatabaseServicesDeps extends Omit<ConsoleServicesDeps, 'dataDir' | 'results'> {
  platform: Platform;
}

/** The part of the object graph that works inside databases: consoles, their results, the data editor. */
export async function createDatabaseServices({ platform, ...deps }: DatabaseServicesDeps) {
  const { cacheDir, dataDir } = platform.paths;
  const results = await ResultStore.open({ dir: join(cacheDir, 'results'), log: deps.log });
  const resultSaver = new ResultSaver(results, platform);
  const consoles = await createConsoleServices({ ...deps, dataDir, results });
  const tables = createTableServices({ ...deps, platform, catalog: consoles.services.catalog });
  return {
    services: { ...consoles.services, ...tables.services, results, resultSaver },
    hasRunning: () => consoles.services.consoles.hasRunning() || tables.services.tableImports.hasRunning(),
    dispose: async () => {
      await consoles.dispose();
      await tables.dispose();
      await resultSaver.dispose();
      await results.dispose();
    },
  };
}
