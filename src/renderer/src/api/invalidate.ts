import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { Topic } from '../../../shared/contract/changes.ts';
import { orpc } from './orpc.ts';

/** What goes stale with each topic, the engine aside. Previews of dialogs stay as they were opened. */
const staleWith: Readonly<Record<Exclude<Topic, 'engine'>, readonly QueryKey[]>> = {
  containers: [
    orpc.containers.list.key(),
    orpc.instances.list.key(),
    orpc.instances.get.key(),
    orpc.instances.connection.key(),
    orpc.instances.inspect.key(),
    orpc.instances.check.key(),
    orpc.volumes.list.key(),
  ],
  images: [orpc.images.list.key(), orpc.instances.check.key()],
  volumes: [
    orpc.volumes.list.key(),
    orpc.volumes.holds.key(),
    orpc.instances.list.key(),
    orpc.restorePoints.list.key(),
  ],
  networks: [orpc.networks.list.key()],
  operations: [orpc.operations.list.key(), orpc.operations.get.key()],
  'restore-points': [orpc.restorePoints.list.key(), orpc.volumes.list.key()],
  settings: [orpc.settings.get.key()],
  consoles: [orpc.consoles.list.key(), orpc.consoles.preferences.key()],
  catalog: [
    orpc.catalog.databases.key(),
    orpc.catalog.read.key(),
    orpc.tables.list.key(),
    orpc.tables.describe.key(),
    orpc.tables.structure.key(),
  ],
  history: [orpc.history.search.key()],
};

function keysOf(topic: Topic): readonly QueryKey[] {
  // Another engine, or the same one after a gap: nothing that was read from it can be trusted.
  return topic === 'engine' ? [orpc.engine.key(), ...Object.values(staleWith).flat()] : staleWith[topic];
}

/** The first reading of a query is never begun anew, and what is under way may have been read before the change. */
function isBegun(queryClient: QueryClient, queryKey: QueryKey): boolean {
  const fetching = queryClient.getQueryCache().findAll({ queryKey, fetchStatus: 'fetching' });
  return fetching.some(({ state }) => state.data === undefined);
}

/**
 * The one place that knows which queries a change makes stale. Each kind of query is read again at most once at a
 * time: changes that come meanwhile cause one more reading afterwards, so a busy engine neither starves nor fools
 * the lists.
 */
export function createInvalidate(queryClient: QueryClient): (topics: readonly Topic[]) => void {
  const again = new Map<string, boolean>();

  async function refresh(name: string, queryKey: QueryKey): Promise<void> {
    do {
      again.set(name, isBegun(queryClient, queryKey));
      await queryClient.invalidateQueries({ queryKey });
    } while (again.get(name) === true);
    again.delete(name);
  }

  return (topics) => {
    const keys = new Map(topics.flatMap(keysOf).map((key) => [JSON.stringify(key), key]));
    for (const [name, key] of keys) {
      if (again.has(name)) again.set(name, true);
      else void refresh(name, key);
    }
  };
}
