import { onConnected } from '../../../api/on-connected.ts';
import type { DraftSaver } from '../draft-saver.ts';

/**
 * Saves at once when the focus leaves the editor, the page is hidden or closed, and when main can be reached again.
 * Returns what ends it.
 */
export function flushWhenLeft(saver: Pick<DraftSaver, 'flush'>, editor: HTMLElement): () => void {
  const life = new AbortController();
  const flush = () => void saver.flush();
  editor.addEventListener('focusout', flush, { signal: life.signal });
  window.addEventListener('pagehide', flush, { signal: life.signal });
  document.addEventListener('visibilitychange', flush, { signal: life.signal });
  life.signal.addEventListener('abort', onConnected(flush));
  return () => life.abort();
}
