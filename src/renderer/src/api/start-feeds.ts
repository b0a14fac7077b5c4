import type { QueryClient } from '@tanstack/react-query';
import { useConnectionStore } from '../stores/connection-store.ts';
import { client, connection } from './client.ts';
import { createInvalidate } from './invalidate.ts';
import { keepWatching } from './keep-watching.ts';
import { watchOperations } from './operations-feed.ts';

/** Starts everything that main sends by itself: changes, operations, the state of the connection. */
export function startFeeds(queryClient: QueryClient): () => void {
  const life = new AbortController();
  const invalidate = createInvalidate(queryClient);
  void keepWatching(
    (signal) => client.changes.watch(undefined, { signal }),
    ({ topics }) => invalidate(topics),
    life.signal,
  );
  void watchOperations(life.signal);
  const { state, subscribe } = connection();
  useConnectionStore.setState({ link: state() });
  const unsubscribe = subscribe((link) => useConnectionStore.setState({ link }));
  life.signal.addEventListener('abort', unsubscribe);
  return () => life.abort();
}
