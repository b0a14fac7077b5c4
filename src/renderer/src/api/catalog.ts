import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Catalog } from '../../../shared/contract/catalog.ts';
import { orpc } from './orpc.ts';

/** Databases of the server, read while `readable` (it runs). */
export const useDatabases = (instance: string, readable: boolean) =>
  useQuery(orpc.catalog.databases.queryOptions({ input: { instance }, enabled: readable }));

/**
 * Reads what completion offers: at once where it is known, else as soon as it is; null where it cannot be read. Null
 * database: the default one.
 */
export function useReadCatalog(
  instance: string,
  database: string | null,
  readable: boolean,
): () => Promise<Catalog | null> {
  const queryClient = useQueryClient();
  const options = orpc.catalog.read.queryOptions({ input: { instance, database } });
  // Watched, so that it is read again by itself when it changed.
  useQuery({ ...options, enabled: readable });
  return () => (readable ? queryClient.fetchQuery(options).catch(() => null) : Promise.resolve(null));
}
