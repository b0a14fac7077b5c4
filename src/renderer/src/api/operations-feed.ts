import type { Operation } from '../../../shared/contract/operations.ts';
import { useOperationsStore } from '../stores/operations-store.ts';
import { client } from './client.ts';
import { keepWatching } from './keep-watching.ts';

type Listener = (operation: Operation, before: Operation | undefined) => void;

const listeners = new Set<Listener>();

/** Calls for each snapshot as it arrives, with the one before it. Returns what ends it. */
export function onOperation(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The one subscription to operations: snapshots go to the store, then to those who listen. */
export function watchOperations(signal: AbortSignal): Promise<void> {
  return keepWatching(
    (until) => client.operations.watch(undefined, { signal: until }),
    (operation) => {
      const { byId, takeSnapshot } = useOperationsStore.getState();
      takeSnapshot(operation);
      for (const listener of listeners) listener(operation, byId[operation.id]);
    },
    signal,
  );
}
