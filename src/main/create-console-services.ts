import type { ChangeFeed } from './changes/change-feed.ts';
import { ConsoleDrafts } from './console-drafts/console-drafts.ts';
import { openConsolePreferencesStore } from './console-preferences/console-preferences-store.ts';
import type { EngineConnection } from './docker/engine-connection.ts';
import type { Logger } from './lib/logger.ts';

export interface ConsoleServicesDeps {
  dataDir: string;
  engine: EngineConnection;
  changes: ChangeFeed;
  log: Logger;
}

/** The part of the object graph that SQL consoles are made of. */
export async function createConsoleServices({ dataDir, engine, changes, log }: ConsoleServicesDeps) {
  const publish = () => changes.publish('consoles');
  const consoleDrafts = await ConsoleDrafts.open({ dataDir, engine, log, onChange: publish });
  const consolePreferences = await openConsolePreferencesStore(dataDir, engine);
  consolePreferences.onChange(publish);
  return {
    services: { consoleDrafts, consolePreferences },
    dispose: () => consoleDrafts.dispose(),
  };
}
