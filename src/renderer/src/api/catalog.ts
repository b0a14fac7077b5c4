import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { orpc } from './orpc.ts';

/** Databases of the server, read while `readable` (it runs). */
export const useDatabases = (instance: string, readable: boolean) =>
  useQuery(orpc.catalog.databases.queryOptions({ input: { instance }, enabled: readable }));

/** What completion offers; the catalogue before stays until the next one is there. Null: the default database. */
export const useCatalog = (instance: string, database: string | null, readable: boolean) =>
  useQuery(
    orpc.catalog.read.queryOptions({
      input: { instance, database },
      enabled: readable,
      placeholderData: keepPreviousData,
    }),
  );
