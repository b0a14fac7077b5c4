import { useEffect, useRef } from 'react';
import type { StagedValue } from '../../../../../shared/contract/tables.ts';
import type { EditMove } from '../../../components/data-grid/grid-editing.ts';

/** Ends an editor; an undefined value leaves everything as it was. */
export type EndEditing = (value: StagedValue | undefined, move: EditMove) => void;

/**
 * Ends an editor once, whatever ends it first. One that is taken out of the document gives away what is in it, so that
 * nothing typed is lost.
 * @param inside what is in the editor, undefined where nothing was changed
 */
export function useEditorEnd(inside: () => StagedValue | undefined, onEnd: EndEditing): EndEditing {
  const hasEnded = useRef(false);
  const latest = useRef({ inside, onEnd });
  useEffect(() => {
    latest.current = { inside, onEnd };
  });
  const end: EndEditing = (value, move) => {
    if (hasEnded.current) return;
    hasEnded.current = true;
    latest.current.onEnd(value, move);
  };
  const isThere = useRef(false);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
      // Not at once: strict mode takes effects away for a moment.
      queueMicrotask(() => {
        if (isThere.current || hasEnded.current) return;
        hasEnded.current = true;
        const value = latest.current.inside();
        if (value !== undefined) latest.current.onEnd(value, 'leave');
      });
    };
  }, []);
  return end;
}
