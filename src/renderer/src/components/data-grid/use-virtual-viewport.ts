import { type RefObject, useLayoutEffect, useState } from 'react';
import { VirtualViewport } from './virtual-viewport.ts';

/** The viewport of a scroller whose content is `contentPx` high. */
export function useVirtualViewport(ref: RefObject<HTMLElement | null>, contentPx: number): VirtualViewport {
  const [viewport] = useState(() => new VirtualViewport());
  useLayoutEffect(() => (ref.current === null ? undefined : viewport.attach(ref.current)), [ref, viewport]);
  useLayoutEffect(() => viewport.setContentHeight(contentPx), [viewport, contentPx]);
  return viewport;
}
