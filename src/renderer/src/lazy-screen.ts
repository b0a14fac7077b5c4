import { type ComponentType, lazy } from 'react';
import { loadAgain } from './load-again.ts';

/** A part of the window that is fetched when it is first shown. */
export function lazyScreen<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await loadAgain(load) }));
}
