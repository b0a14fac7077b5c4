import { keepPreviousData, useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { client } from './client.ts';
import { orpc } from './orpc.ts';

const pageSize = 50;

/** Statements that were run on an instance and contain `text`, newest first, page by page. Read anew when opened. */
export const useHistory = (instance: string, text: string) =>
  useInfiniteQuery({
    queryKey: [...orpc.history.search.key(), instance, text],
    queryFn: ({ pageParam, signal }) =>
      client.history.search({ instance, text, before: pageParam, limit: pageSize }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.more ? (page.entries.at(-1)?.id ?? null) : null),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });

export const useClearHistory = () => useMutation(orpc.history.clear.mutationOptions());
