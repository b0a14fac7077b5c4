import { join } from 'node:path';
import * as z from 'zod';
import type { InstanceStorage } from '../../../shared/contract/instances.ts';
import type { VolumeInfo } from '../../docker/engine-types.ts';
import { JsonStore } from '../../lib/json-store.ts';
import { volumeIdentity } from '../../volumes/volume-identity.ts';

/** Where a cluster lies, told apart from a later one at the same place. */
export interface ClusterPlace {
  storage: Pick<InstanceStorage, 'kind' | 'source'>;
  containerId: string;
  /** The volume that holds it; null where the data is on none. */
  volume: Pick<VolumeInfo, 'Labels'> | null;
}

/** Remembers clusters whose initialisation was cut short: they may start "fine" with half a schema. */
export interface HalfInitialisedStore {
  isMarked(place: ClusterPlace): boolean;
  mark(place: ClusterPlace): Promise<void>;
  unmark(place: ClusterPlace): Promise<void>;
}

const keep = 500;

/** Marks in `half-initialised.json` of `dataDir`. */
export async function openHalfInitialisedStore(
  dataDir: string,
  onChange: () => void,
): Promise<HalfInitialisedStore> {
  const store = await JsonStore.open(join(dataDir, 'half-initialised.json'), z.array(z.string()), []);
  return {
    isMarked: (place) => store.value.includes(keyOf(place)),
    async mark(place) {
      const key = keyOf(place);
      await store.update((keys) => [...keys.filter((other) => other !== key), key].slice(-keep));
      onChange();
    },
    async unmark(place) {
      if (!store.value.includes(keyOf(place))) return;
      await store.update((keys) => keys.filter((other) => other !== keyOf(place)));
      onChange();
    },
  };
}

function keyOf({ storage, containerId, volume }: ClusterPlace): string {
  switch (storage.kind) {
    case 'named-volume':
    case 'anonymous-volume':
      return `volume:${storage.source}@${volumeIdentity(volume) ?? ''}`;
    case 'folder':
      return `folder:${storage.source}`;
    case 'memory':
    case 'container':
      return `container:${containerId}`;
  }
}
