import type { InstanceDetail } from '../../../../shared/contract/instances.ts';
import type { Operation } from '../../../../shared/contract/operations.ts';
import { type WindowError, windowErrorOf } from '../../api/call-failure.ts';
import { useInstance } from '../../api/instances.ts';
import { useOperationsStore } from '../../stores/operations-store.ts';

export type InstanceSubject =
  | { kind: 'loading' }
  | { kind: 'gone'; removedHere: boolean }
  | { kind: 'failed'; error: WindowError; retry: () => void }
  | {
      kind: 'here';
      detail: InstanceDetail;
      /** What works on it now. */
      operation: Operation | null;
    };

/** Newest operation about a container of this name, as far as the window saw it. */
function useNewestOperation(name: string): Operation | null {
  return useOperationsStore(({ byId }) =>
    Object.values(byId).reduce<Operation | null>(
      (newest, operation) =>
        operation.subject === name && (newest === null || operation.startedAtMs > newest.startedAtMs)
          ? operation
          : newest,
      null,
    ),
  );
}

/**
 * The instance of a name. While an operation puts another container in its place the last reading stays, so that the
 * page does not blink.
 */
export function useInstanceSubject(name: string): InstanceSubject {
  const query = useInstance(name);
  const newest = useNewestOperation(name);
  const operation = newest?.state === 'running' ? newest : null;
  const missing = query.error !== null && windowErrorOf(query.error).code === 'not-found';
  if (missing && (operation === null || query.data === undefined)) {
    if (operation?.kind === 'create') return { kind: 'loading' };
    return { kind: 'gone', removedHere: newest?.kind === 'remove' && newest.state === 'succeeded' };
  }
  if (query.data !== undefined) return { kind: 'here', detail: query.data, operation };
  if (query.error === null) return { kind: 'loading' };
  return { kind: 'failed', error: windowErrorOf(query.error), retry: () => void query.refetch() };
}
