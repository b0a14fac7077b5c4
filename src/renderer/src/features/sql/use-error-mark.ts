import { type RefObject, useEffect } from 'react';
import type { ConsoleFeed } from './console-feed.ts';
import type { ConsoleMemory } from './console-memory.ts';
import type { SqlEditorView } from './editor/sql-editor-view.ts';
import { entryPlace } from './entry-place.ts';
import { placeNow } from './place-now.ts';

/** Marks the error of the last run in the draft. The next run takes the mark away. */
export function useErrorMark(
  { outcome: { failure } }: ConsoleFeed,
  memory: ConsoleMemory,
  editor: RefObject<SqlEditorView | null>,
): void {
  useEffect(() => {
    const offset = failure === null ? null : entryPlace(failure);
    if (failure !== null && offset !== null) editor.current?.markError(placeNow(memory, failure.id, offset));
  }, [failure, memory, editor]);
}
