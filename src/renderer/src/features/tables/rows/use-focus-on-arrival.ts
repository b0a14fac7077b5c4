import { type RefObject, useEffect } from 'react';
import type { DatabasePlace } from '../../../api/tables.ts';
import type { GridHandle } from '../../../components/data-grid/data-grid.tsx';
import { databaseViewOf, useTableViewStore } from '../../../stores/table-view-store.ts';

/** Gives the grid the focus when a jump led to it, or back: the rows that had it are gone. */
export function useFocusOnArrival(place: DatabasePlace, grid: RefObject<GridHandle | null>): void {
  const arriving = useTableViewStore((store) => databaseViewOf(store, place).arriving);
  const arrived = useTableViewStore((store) => store.arrived);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each jump; a grid keeps its place
  useEffect(() => {
    if (!arriving) return;
    grid.current?.focus();
    arrived(place);
  }, [arriving]);
}
