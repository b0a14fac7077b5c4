import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import type { VolumeContent, VolumeRow } from '../../../shared/contract/volumes.ts';
import { client } from './client.ts';
import { orpc } from './orpc.ts';
import { readVolumeContent } from './read-volume-content.ts';

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

/** What the volumes hold, by name; a name is missing until it is known. Each is read once while it is the same volume. */
export function useVolumeHolds(
  rows: readonly VolumeRow[] | undefined,
): Readonly<Record<string, VolumeContent>> {
  return useQueries({
    queries: (rows ?? []).map(({ name, cacheKey }) => ({
      queryKey: [...orpc.volumes.holds.key(), cacheKey],
      queryFn: () => readVolumeContent(name).then((content) => [name, content] as const),
    })),
    combine: (results) =>
      Object.fromEntries(results.flatMap(({ data }) => (data === undefined ? [] : [data]))),
  });
}
