import { useRef } from 'react';
import type { StagedValue } from '../../../../../shared/contract/row-changes.ts';
import type { EditMove } from '../../../components/data-grid/grid-editing.ts';
import { useCommitOnLeave } from './use-commit-on-leave.ts';

/** Ends an editor; an undefined value leaves everything as it was. */
export type EndEditing = (value: StagedValue | undefined, move: EditMove) => void;

/**
 * Ends an editor once, whatever ends it first. One that is taken out of the document gives away what is in it, so that
 * nothing typed is lost.
 * @param inside what is in the editor, undefined where nothing was changed
 */
export function useEditorEnd(inside: () => StagedValue | undefined, onEnd: EndEditing): EndEditing {
  const hasEnded = useRef(false);
  const end: EndEditing = (value, move) => {
    if (hasEnded.current) return;
    hasEnded.current = true;
    onEnd(value, move);
  };
  useCommitOnLeave(() => {
    const value = inside();
    if (value !== undefined) end(value, 'leave');
  });
  return end;
}
