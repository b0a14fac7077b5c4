import { CatalogService } from './catalog/catalog-service.ts';
import type { ChangeFeed } from './changes/change-feed.ts';
import { ConsoleDrafts } from './console-drafts/console-drafts.ts';
import { openConsolePreferencesStore } from './console-preferences/console-preferences-store.ts';
import { ConsoleService } from './consoles/console-service.ts';
import type { EngineConnection } from './docker/engine-connection.ts';
import { History } from './history/history.ts';
import type { ServerAccess } from './instances/access/server-access.ts';
import type { Logger } from './lib/logger.ts';
import { askPsqlHelp } from './psql/ask-psql-help.ts';
import { createRunPsqlCommand } from './psql/run-psql-command.ts';
import type { ResultStore } from './results/result-store.ts';

export interface ConsoleServicesDeps {
  dataDir: string;
  engine: EngineConnection;
  access: ServerAccess;
  changes: ChangeFeed;
  results: ResultStore;
  log: Logger;
}

/** The part of the object graph that SQL consoles are made of. */
export async function createConsoleServices(deps: ConsoleServicesDeps) {
  const { dataDir, engine, access, changes, results, log } = deps;
  const publish = () => changes.publish('consoles');
  const consoleDrafts = await ConsoleDrafts.open({ dataDir, engine, log, onChange: publish });
  const consolePreferences = await openConsolePreferencesStore(dataDir, engine);
  consolePreferences.onChange(publish);
  const history = new History({ dataDir, engine, log, onChange: () => changes.publish('history') });
  const catalog = new CatalogService({ engine, access, onChange: () => changes.publish('catalog') });
  const consoles = new ConsoleService({
    ...{
      engine,
      access,
      drafts: consoleDrafts,
      preferences: consolePreferences,
      history,
      catalog,
      results,
      log,
    },
    psqlCommandsOf: (instance) => psqlCommandsOf(deps, instance),
  });
  return {
    services: { catalog, consoleDrafts, consolePreferences, consoles, history },
    dispose: async () => {
      await consoles.dispose();
      catalog.dispose();
      await consoleDrafts.dispose();
      await history.dispose();
    },
  };
}

/** `\h` is answered by the psql inside the instance's container. */
function psqlCommandsOf({ engine, access }: ConsoleServicesDeps, instance: string) {
  return createRunPsqlCommand(async (topic, signal) => {
    const docker = engine.client();
    const inspect = await docker.inspectContainer(instance);
    return askPsqlHelp(docker, inspect.Id, await access.credentialsOf(inspect), topic, signal);
  });
}
