import type { Virtualizer } from '@tanstack/react-virtual';
import { type UIEvent, useEffect, useLayoutEffect, useRef } from 'react';

const nearPx = 8;

/** Keeps a list at its end while entries come or its size changes, unless a person scrolled up. Answers what listens to its scrolling. */
export function useFollowEnd(
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  /** Entries ever taken. */
  taken: number,
): (event: UIEvent<HTMLElement>) => void {
  const following = useRef(true);
  const lastTop = useRef(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each new entry moves the end
  useLayoutEffect(() => {
    if (following.current && virtualizer.options.count > 0)
      virtualizer.scrollToIndex(virtualizer.options.count - 1, { align: 'end' });
  }, [virtualizer, taken]);
  useEffect(() => {
    const { scrollElement } = virtualizer;
    if (scrollElement === null) return;
    const observer = new ResizeObserver(() => {
      if (following.current && virtualizer.options.count > 0)
        virtualizer.scrollToIndex(virtualizer.options.count - 1, { align: 'end' });
    });
    observer.observe(scrollElement);
    return () => observer.disconnect();
  }, [virtualizer]);

  return ({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
    const atEnd = scrollTop + clientHeight >= scrollHeight - nearPx;
    if (atEnd) following.current = true;
    else if (scrollTop < lastTop.current) following.current = false;
    lastTop.current = scrollTop;
  };
}
