import type { KeyboardEvent } from 'react';
import type { EditMove } from '../../../components/data-grid/grid-editing.ts';

interface EditorKeys {
  onCommit: (move: EditMove) => void;
  onCancel: () => void;
  onNull: () => void;
  onMenu: () => void;
  onOpen: () => void;
}

/** What keys do in the editor of a cell, as in a spreadsheet. True: the key was for this. */
export function pressInEditor(event: KeyboardEvent, keys: EditorKeys): boolean {
  // Enter and Escape are the input method's while it composes.
  if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return false;
  const ctrl = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case 'Enter':
      // Shift+Enter is a line end where there can be one.
      if (event.shiftKey || event.altKey) return false;
      if (ctrl) keys.onOpen();
      else keys.onCommit('down');
      return true;
    case 'Tab':
      if (ctrl || event.altKey) return false;
      keys.onCommit(event.shiftKey ? 'left' : 'right');
      return true;
    case 'Escape':
      keys.onCancel();
      return true;
    case 'F4':
      if (!event.altKey) keys.onOpen();
      return !event.altKey;
    case 'Delete':
      if (event.altKey) keys.onNull();
      return event.altKey;
    case 'ArrowDown':
      if (event.altKey) keys.onMenu();
      return event.altKey;
    default:
      return false;
  }
}
