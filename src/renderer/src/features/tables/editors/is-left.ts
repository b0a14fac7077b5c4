import type { FocusEvent } from 'react';

/** The focus went somewhere else in the window, not away with the whole window. */
export function isLeft({ currentTarget, relatedTarget }: FocusEvent): boolean {
  if (relatedTarget instanceof Node) return !currentTarget.contains(relatedTarget);
  return !currentTarget.contains(document.activeElement);
}
