import { useSyncExternalStore } from 'react';
import type { ConsoleFeed } from './console-feed.ts';
import { consoleMemory } from './console-memory.ts';

/** What goes on in a console; draws anew when something changed. All who watch the same one share a subscription. */
export function useConsoleFeed(id: string): ConsoleFeed {
  const { feed } = consoleMemory(id);
  useSyncExternalStore(feed.subscribe, feed.version);
  return feed;
}
