import { useLayoutEffect, useRef } from 'react';
import type { ColumnLayout } from './column-layout.ts';
import type { GridView } from './grid-view.ts';
import type { VirtualViewport } from './virtual-viewport.ts';

interface KeptViewInput {
  start?: GridView | undefined;
  onLeave?: ((view: GridView) => void) | undefined;
}

/** Scrolls a grid to where it was left before, and tells where it is left. */
export function useKeptView(
  viewport: VirtualViewport,
  layout: ColumnLayout | null,
  { start, onLeave }: KeptViewInput,
): void {
  const latest = useRef({ layout, onLeave });
  useLayoutEffect(() => {
    latest.current = { layout, onLeave };
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: where it stands at first is of no matter later
  useLayoutEffect(() => {
    if (start !== undefined) viewport.scrollTo(start);
    return () => {
      const { topPx, leftPx } = viewport.state();
      const { layout: left, onLeave: tell } = latest.current;
      if (left !== null) tell?.({ topPx, leftPx, widths: left.widths });
    };
  }, [viewport]);
}
