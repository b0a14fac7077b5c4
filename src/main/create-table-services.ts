import type { CatalogService } from './catalog/catalog-service.ts';
import type { EngineConnection } from './docker/engine-connection.ts';
import type { ServerAccess } from './instances/access/server-access.ts';
import type { Platform } from './platform/platform.ts';
import { TableImports } from './tables/csv-import/table-imports.ts';
import { TableExports } from './tables/export/table-exports.ts';
import { TableCatalog } from './tables/relations/table-catalog.ts';
import { TableRows } from './tables/rows/table-rows.ts';
import { RunningSaves } from './tables/running-saves.ts';
import { TableSaves } from './tables/save/table-saves.ts';
import { TableSessions } from './tables/table-sessions.ts';

export interface TableServicesDeps {
  engine: EngineConnection;
  access: ServerAccess;
  platform: Pick<Platform, 'saveFile'>;
  catalog: Pick<CatalogService, 'forget'>;
}

/** The part of the object graph that the data editor is made of. */
export function createTableServices({ engine, access, platform, catalog }: TableServicesDeps) {
  const sessions = new TableSessions({ engine, access });
  const tableImports = new TableImports(sessions);
  const tableExports = new TableExports(sessions, platform);
  return {
    services: {
      tableCatalog: new TableCatalog({ sessions, onMade: (instance) => catalog.forget(instance) }),
      tableRows: new TableRows(sessions),
      tableSaves: new TableSaves(sessions),
      runningSaves: new RunningSaves(),
      tableImports,
      tableExports,
    },
    dispose: async () => {
      await tableImports.dispose();
      await tableExports.dispose();
      await sessions.dispose();
    },
  };
}
