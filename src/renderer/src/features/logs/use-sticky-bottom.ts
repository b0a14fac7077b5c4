import { type RefObject, type UIEvent, useLayoutEffect, useRef, useState } from 'react';

const NEAR_PX = 4;

interface StickyBottom {
  following: boolean;
  setFollowing: (following: boolean) => void;
  /** Number of the first line that has not been at the bottom yet; null while following. */
  pausedAt: number | null;
  onScroll: (event: UIEvent<HTMLElement>) => void;
}

/**
 * Keeps a list at its end while it grows. Scrolling up pauses, reaching the end again resumes. While paused the text
 * stays where it is although lines leave at the old end.
 */
export function useStickyBottom(
  ref: RefObject<HTMLElement | null>,
  { nextNumber, forgotten, rowPx }: { nextNumber: number; forgotten: number; rowPx: number },
): StickyBottom {
  const [pausedAt, setPausedAt] = useState<number | null>(null);
  const lastTop = useRef(0);
  const lastForgotten = useRef(forgotten);
  const following = pausedAt === null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each new line moves the end
  useLayoutEffect(() => {
    const element = ref.current;
    const gone = forgotten - lastForgotten.current;
    lastForgotten.current = forgotten;
    if (element === null) return;
    if (following) element.scrollTop = element.scrollHeight;
    else if (gone > 0) element.scrollTop -= gone * rowPx;
    lastTop.current = element.scrollTop;
  }, [ref, following, nextNumber, forgotten, rowPx]);

  return {
    following,
    setFollowing: (follow) => setPausedAt(follow ? null : nextNumber),
    pausedAt,
    onScroll: ({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
      const up = scrollTop < lastTop.current;
      const atEnd = scrollTop + clientHeight >= scrollHeight - NEAR_PX;
      lastTop.current = scrollTop;
      if (up && !atEnd) setPausedAt((before) => before ?? nextNumber);
      else if (atEnd && !up) setPausedAt(null);
    },
  };
}
