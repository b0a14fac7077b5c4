import { CatalogService } from './catalog/catalog-service.ts';
import type { ChangeFeed } from './changes/change-feed.ts';
import { ConsoleDrafts } from './console-drafts/console-drafts.ts';
import { openConsolePreferencesStore } from './console-preferences/console-preferences-store.ts';
import type { EngineConnection } from './docker/engine-connection.ts';
import { History } from './history/history.ts';
import type { ServerAccess } from './instances/access/server-access.ts';
import type { Logger } from './lib/logger.ts';

export interface ConsoleServicesDeps {
  dataDir: string;
  engine: EngineConnection;
  access: ServerAccess;
  changes: ChangeFeed;
  log: Logger;
}

/** The part of the object graph that SQL consoles are made of. */
export async function createConsoleServices(deps: ConsoleServicesDeps) {
  const { dataDir, engine, access, changes, log } = deps;
  const publish = () => changes.publish('consoles');
  const consoleDrafts = await ConsoleDrafts.open({ dataDir, engine, log, onChange: publish });
  const consolePreferences = await openConsolePreferencesStore(dataDir, engine);
  consolePreferences.onChange(publish);
  const history = new History({ dataDir, engine, log, onChange: () => changes.publish('history') });
  const catalog = new CatalogService({ engine, access, onChange: () => changes.publish('catalog') });
  return {
    services: { catalog, consoleDrafts, consolePreferences, history },
    dispose: async () => {
      catalog.dispose();
      await consoleDrafts.dispose();
      await history.dispose();
    },
  };
}
