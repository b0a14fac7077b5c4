import { closeCompletion } from '@codemirror/autocomplete';
import { historyField, isolateHistory } from '@codemirror/commands';
import { EditorSelection, EditorState, type Extension, Transaction } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { ConsoleMemory } from '../console-memory.ts';
import type { Draft } from '../draft-saver.ts';
import { caretAfterFormat } from '../format/caret-after-format.ts';
import { errorPlace, setErrorMark } from './error-mark.ts';
import { type RunTarget, runTarget } from './run-target.ts';

interface EditorSetup {
  parent: HTMLElement;
  draft: Draft;
  memory: Pick<ConsoleMemory, 'trail' | 'editor'>;
  extensions: Extension;
  /** Text or caret changed. */
  onChange: (length: number) => void;
}

const kept = { history: historyField };

/** The editor of one console. What was typed, selected and can be undone outlives it in the console's memory. */
export class SqlEditorView {
  readonly #view: EditorView;
  readonly #memory: EditorSetup['memory'];

  constructor({ parent, draft, memory, extensions, onChange }: EditorSetup) {
    this.#memory = memory;
    const watch = EditorView.updateListener.of(({ docChanged, selectionSet, changes, state }) => {
      if (docChanged) memory.trail.add(changes.desc);
      if (docChanged || selectionSet) onChange(state.doc.length);
    });
    this.#view = new EditorView({ parent, state: restore(draft, memory.editor, [watch, extensions]) });
    this.#view.dispatch({
      effects: EditorView.scrollIntoView(this.#view.state.selection.main, { y: 'center' }),
    });
  }

  get draft(): Draft {
    const { doc, selection } = this.#view.state;
    return { text: doc.toString(), caret: selection.main.head };
  }

  get isEmpty(): boolean {
    return this.#view.state.doc.length === 0;
  }

  /** What `Run` runs; what completion offered is out of the way then. */
  target(): RunTarget | null {
    closeCompletion(this.#view);
    return runTarget(this.#view.state);
  }

  everything(): RunTarget {
    closeCompletion(this.#view);
    return { text: this.#view.state.doc.toString(), offset: 0 };
  }

  /** The selection, else everything. */
  selectionOrAll(): RunTarget {
    const { state } = this.#view;
    const { from, to, empty } = state.selection.main;
    return empty
      ? { text: state.doc.toString(), offset: 0 }
      : { text: state.sliceDoc(from, to), offset: from };
  }

  /** Puts `text` in place of what begins at `offset` and is `length` long, as one step of undo; keeps the caret. */
  replace({ text, offset }: RunTarget, formatted: string): void {
    const { state } = this.#view;
    if (state.sliceDoc(offset, offset + text.length) !== text || text === formatted) return;
    const { anchor, head } = state.selection.main;
    const moved = (place: number) =>
      place < offset
        ? place
        : place > offset + text.length
          ? place - text.length + formatted.length
          : offset + caretAfterFormat(text, formatted, place - offset);
    this.#view.dispatch({
      changes: { from: offset, to: offset + text.length, insert: formatted },
      selection: EditorSelection.range(moved(anchor), moved(head)),
      annotations: [isolateHistory.of('full'), Transaction.userEvent.of('input.format')],
      scrollIntoView: true,
    });
  }

  /** Puts `text` at the caret, in place of the selection. */
  insert(text: string): void {
    this.#view.dispatch(this.#view.state.replaceSelection(text), {
      annotations: [isolateHistory.of('full'), Transaction.userEvent.of('input.paste')],
      scrollIntoView: true,
    });
    this.focus();
  }

  select(from: number, to: number): void {
    const end = this.#view.state.doc.length;
    const range = EditorSelection.range(Math.min(from, end), Math.min(to, end));
    this.#view.dispatch({
      selection: range,
      effects: EditorView.scrollIntoView(range, { y: 'center' }),
    });
    this.focus();
  }

  /** Marks the place of an error; null takes the mark away. */
  markError(place: number | null): void {
    this.#view.dispatch({ effects: setErrorMark.of(place) });
  }

  /** The caret to the marked error; false where none is marked. */
  goToError(): boolean {
    const place = errorPlace(this.#view.state);
    if (place === null) return false;
    this.select(place, place);
    return true;
  }

  focus(): void {
    this.#view.focus();
  }

  dispose(): void {
    this.#memory.editor = this.#view.state.toJSON(kept);
    this.#view.destroy();
  }
}

function restore({ text, caret }: Draft, remembered: unknown, extensions: Extension): EditorState {
  if (remembered !== null) return EditorState.fromJSON(remembered, { extensions }, kept);
  const state = EditorState.create({ doc: text, extensions });
  const head = Math.min(caret, state.doc.length);
  return state.update({ selection: EditorSelection.cursor(head) }).state;
}
