import type { Virtualizer } from '@tanstack/react-virtual';
import { type UIEvent, useLayoutEffect, useRef } from 'react';

const nearPx = 8;

/** Keeps a list at its end while entries come, unless a person scrolled up. Answers what listens to its scrolling. */
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

  return ({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
    const atEnd = scrollTop + clientHeight >= scrollHeight - nearPx;
    if (atEnd) following.current = true;
    else if (scrollTop < lastTop.current) following.current = false;
    lastTop.current = scrollTop;
  };
}
