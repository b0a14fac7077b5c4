import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { VolumeContent, VolumeRow } from '../../../shared/contract/volumes.ts';
import { client } from './client.ts';
import { orpc } from './orpc.ts';
import { readInBatches } from './read-in-batches.ts';

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

const readContent = readInBatches((names) => client.volumes.holds({ names }), 20);

/**
 * What a volume holds; undefined until it is known. Asked for by what is on screen only, and once while it is the same
 * volume.
 */
export function useVolumeContent({
  name,
  cacheKey,
}: Pick<VolumeRow, 'name' | 'cacheKey'>): VolumeContent | undefined {
  return useQuery({
    queryKey: [...orpc.volumes.holds.key(), cacheKey],
    queryFn: async () => (await readContent(name)) ?? unknownContent,
  }).data;
}

const unknownContent: VolumeContent = { kind: 'unknown' };
