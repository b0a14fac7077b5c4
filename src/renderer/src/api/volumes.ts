import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import type { VolumeContent, VolumeRow } from '../../../shared/contract/volumes.ts';
import { client } from './client.ts';
import { orpc } from './orpc.ts';

export const useVolumes = () => useQuery(orpc.volumes.list.queryOptions());

/** Bytes by volume name, asked for once the list is there and again when other volumes are in it. */
export function useVolumeSizes(rows: readonly VolumeRow[] | undefined) {
  const made = (rows ?? []).map(({ cacheKey }) => cacheKey).sort();
  return useQuery({
    queryKey: [...orpc.volumes.sizes.key(), made],
    queryFn: ({ signal }) => client.volumes.sizes(undefined, { signal }),
    enabled: rows !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

const mostNamesPerCall = 200;

/** What the volumes hold, by name; a name is missing until it is known. */
export function useVolumeHolds(
  rows: readonly VolumeRow[] | undefined,
): Readonly<Record<string, VolumeContent>> {
  const all = rows ?? [];
  const chunks = Array.from({ length: Math.ceil(all.length / mostNamesPerCall) }, (_, index) =>
    all.slice(index * mostNamesPerCall, (index + 1) * mostNamesPerCall),
  );
  return useQueries({
    queries: chunks.map((chunk) => ({
      queryKey: [...orpc.volumes.holds.key(), chunk.map(({ cacheKey }) => cacheKey)],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        client.volumes.holds({ names: chunk.map(({ name }) => name) }, { signal }),
      placeholderData: keepPreviousData,
    })),
    combine: (results) =>
      Object.assign({}, ...results.map(({ data }) => data ?? {})) as Record<string, VolumeContent>,
  });
}
