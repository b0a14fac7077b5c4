import { type RefObject, useEffect, useRef } from 'react';
import type { GridHandle } from '../../../components/data-grid/data-grid.tsx';
import type { PagePlace } from '../../../stores/table-view-store.ts';

/** Another page begins at its top; a view that was left is found as it was. */
export function usePageTop(
  grid: RefObject<GridHandle | null>,
  at: PagePlace | undefined,
  column: number,
): void {
  const before = useRef(at);
  useEffect(() => {
    if (before.current !== undefined && before.current !== at) grid.current?.reveal({ row: 0, column });
    before.current = at;
  }, [grid, at, column]);
}
