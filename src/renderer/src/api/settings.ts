import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { orpc } from './orpc.ts';

export const useSettings = () => useQuery(orpc.settings.get.queryOptions());

/** Changes some settings; the window follows at once with what main kept. */
export function useChangeSettings() {
  const queryClient = useQueryClient();
  return useMutation(
    orpc.settings.set.mutationOptions({
      onSuccess: (settings) => queryClient.setQueryData(orpc.settings.get.queryKey(), settings),
    }),
  );
}
