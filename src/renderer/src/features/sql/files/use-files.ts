import { type DragEvent, type RefObject, useRef, useState } from 'react';
import type { SqlEditorView } from '../editor/sql-editor-view.ts';
import { useRunFile } from './use-run-file.ts';

export type Files = ReturnType<typeof useFiles>;

const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');

/** Files that are chosen or dropped on a console: opened in an editor, or run. */
export function useFiles(
  consoleId: string,
  editor: RefObject<SqlEditorView | null>,
  onNewConsole: (text: string) => void,
) {
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<File | null>(null);
  const { start, sending, error } = useRunFile(consoleId);

  return {
    input,
    chosen,
    sending,
    error,
    choose: () => input.current?.click(),
    take: (file: File | undefined) => setChosen(file ?? null),
    forget: () => setChosen(null),
    open: (text: string) => {
      setChosen(null);
      if (editor.current?.isEmpty === true) editor.current.insert(text);
      else onNewConsole(text);
    },
    run: (file: File, oneTransaction: boolean) => {
      setChosen(null);
      start(file, oneTransaction);
    },
    dropping: {
      onDragOverCapture: (event: DragEvent) => {
        if (hasFiles(event)) event.preventDefault();
      },
      onDropCapture: (event: DragEvent) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        setChosen(event.dataTransfer.files[0] ?? null);
      },
    },
  };
}
