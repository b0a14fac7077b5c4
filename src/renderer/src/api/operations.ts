import { skipToken, useMutation, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Operation } from '../../../shared/contract/operations.ts';
import { useOperationsStore } from '../stores/operations-store.ts';
import { orpc } from './orpc.ts';

/** The journal, newest first, each operation as it was last seen. */
export function useOperations() {
  const query = useQuery(orpc.operations.list.queryOptions());
  const live = useOperationsStore(({ byId }) => byId);
  const journal = query.data;
  const operations = useMemo(() => mergeOperations(journal, live), [journal, live]);
  return { ...query, data: operations };
}

/** One operation as it goes on; null while it is not known yet. */
export function useOperation(operationId: string | null): Operation | null {
  const live = useOperationsStore(({ byId }) => (operationId === null ? undefined : byId[operationId]));
  const asked = useQuery(
    orpc.operations.get.queryOptions({
      input: operationId === null || live !== undefined ? skipToken : { operationId },
    }),
  );
  return live ?? asked.data ?? null;
}

export const useCancelOperation = () => useMutation(orpc.operations.cancel.mutationOptions());
export const useFinishOperation = () => useMutation(orpc.operations.finish.mutationOptions());
export const useRollBackOperation = () => useMutation(orpc.operations.rollBack.mutationOptions());

/** The feed is newer than any list, except where the list knows the end of what the feed lost sight of. */
export function mergeOperations(
  journal: readonly Operation[] | undefined,
  live: Readonly<Record<string, Operation>>,
): Operation[] | undefined {
  if (journal === undefined) return undefined;
  const listed = new Map(journal.map((operation) => [operation.id, operation]));
  for (const operation of Object.values(live)) {
    const known = listed.get(operation.id);
    if (known?.endedAtMs == null || operation.endedAtMs !== null) listed.set(operation.id, operation);
  }
  return [...listed.values()].sort((a, b) => b.startedAtMs - a.startedAtMs);
}
