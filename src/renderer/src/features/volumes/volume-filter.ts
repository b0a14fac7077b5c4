import type { VolumeRow } from '../../../../shared/contract/volumes.ts';

export const volumeFilters = ['all', 'orphans', 'restore-points'] as const;
export type VolumeFilter = (typeof volumeFilters)[number];

/** The volumes that a filter lets through. */
export function filterVolumes(rows: readonly VolumeRow[], filter: VolumeFilter): readonly VolumeRow[] {
  switch (filter) {
    case 'all':
      return rows;
    case 'orphans':
      return rows.filter(({ verdict }) => verdict === 'orphan');
    case 'restore-points':
      return rows.filter(({ verdict }) => verdict === 'restore-point');
  }
}
