import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { ColumnLayout } from './column-layout.ts';
import type { GridCell } from './grid-selection.ts';
import { gridSight, isInSight } from './grid-sight.ts';
import type { ViewportState, VirtualViewport } from './virtual-viewport.ts';

interface ActiveInSightInput {
  viewport: VirtualViewport;
  layout: ColumnLayout | null;
  rowCount: number;
  gutterPx: number;
  active: GridCell;
  reveal: (cell: GridCell) => void;
}

/** Whether the active cell is in sight. When the grid gets smaller, as something opens beside it, it stays there. */
export function useActiveInSight(input: ActiveInSightInput): boolean {
  const { viewport } = input;
  const latest = useRef(input);
  useEffect(() => {
    latest.current = input;
  });
  useEffect(() => {
    let before = viewport.state();
    return viewport.subscribe(() => {
      const now = viewport.state();
      const shrank = now.widthPx < before.widthPx || now.heightPx < before.heightPx;
      const wasInSight = isActiveIn(before, latest.current);
      before = now;
      if (shrank && wasInSight) latest.current.reveal(latest.current.active);
    });
  }, [viewport]);
  return useSyncExternalStore(viewport.subscribe, () => isActiveIn(viewport.state(), input));
}

function isActiveIn(
  view: ViewportState,
  { layout, rowCount, gutterPx, active }: ActiveInSightInput,
): boolean {
  return layout !== null && isInSight(active, gridSight(view, layout, rowCount, gutterPx));
}
