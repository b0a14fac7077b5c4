import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { type Topic, topicSchema } from '../../../shared/contract/changes.ts';
import { orpc } from './orpc.ts';

/** What goes stale with a topic. Previews of dialogs stay as they were opened. */
function keysOf(topic: Topic): QueryKey[] {
  switch (topic) {
    case 'engine':
      return [orpc.engine.key(), ...topicSchema.exclude(['engine']).options.flatMap(keysOf)];
    case 'containers':
      return [
        orpc.containers.list.key(),
        orpc.instances.list.key(),
        orpc.instances.get.key(),
        orpc.instances.connection.key(),
        orpc.instances.inspect.key(),
        orpc.instances.check.key(),
        orpc.volumes.list.key(),
      ];
    case 'images':
      return [orpc.images.list.key(), orpc.instances.check.key()];
    case 'volumes':
      return [
        orpc.volumes.list.key(),
        orpc.volumes.holds.key(),
        orpc.instances.list.key(),
        orpc.restorePoints.list.key(),
      ];
    case 'networks':
      return [orpc.networks.list.key()];
    case 'operations':
      return [orpc.operations.list.key(), orpc.operations.get.key()];
    case 'restore-points':
      return [orpc.restorePoints.list.key(), orpc.volumes.list.key()];
    case 'settings':
      return [orpc.settings.get.key()];
  }
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
      again.set(name, false);
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
