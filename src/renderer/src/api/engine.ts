import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { orpc } from './orpc.ts';

export const useEngineStatus = () => useQuery(orpc.engine.status.queryOptions());

/** Tries at once; the answer is the new status. */
export function useRetryEngine() {
  const queryClient = useQueryClient();
  return useMutation(
    orpc.engine.retry.mutationOptions({
      onSuccess: (status) => queryClient.setQueryData(orpc.engine.status.queryKey(), status),
    }),
  );
}

/** Uses one candidate from now on; null finds one as usual. */
export function useChooseEngine() {
  const queryClient = useQueryClient();
  return useMutation(
    orpc.engine.choose.mutationOptions({
      onSuccess: (status) => queryClient.setQueryData(orpc.engine.status.queryKey(), status),
    }),
  );
}
