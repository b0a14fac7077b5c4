import { type EditorState, RangeSet, StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, GutterMarker } from '@codemirror/view';

/** Marks the text from here on as the place of an error; null takes the mark away. */
export const setErrorMark = StateEffect.define<number | null>({
  map: (place, changes) => (place === null ? null : changes.mapPos(place)),
});

const squiggle = Decoration.mark({ class: 'cm-errorText' });

class ErrorGutterMarker extends GutterMarker {
  override toDOM(): Node {
    const mark = document.createElement('div');
    mark.className = 'cm-errorMark';
    mark.textContent = '●';
    return mark;
  }
}
export const errorGutterMarker = new ErrorGutterMarker();

/** The word or psql command at the place, else the one character; at the end of a line or text what stands before it. */
function rangeAt(state: EditorState, place: number): { from: number; to: number } | null {
  if (state.doc.length === 0) return null;
  const at = Math.min(place, state.doc.length);
  const line = state.doc.lineAt(at);
  const rest = line.text.slice(at - line.from);
  const word = /^(?:\\\S+|[\p{L}\p{N}_$]+|\P{L}\p{M}*)/u.exec(rest)?.[0] ?? '';
  if (word !== '' && word.trim() !== '') return { from: at, to: at + word.length };
  const before = /\S+\s*$/u.exec(line.text.slice(0, at - line.from))?.[0] ?? '';
  return before === '' ? null : { from: at - before.length, to: at };
}

/** Where the last run failed; moves with later edits and goes when its text goes. */
export const errorMark = StateField.define({
  create: () => Decoration.none,
  update(marks, { effects, changes, state }) {
    let next = marks.map(changes);
    for (const effect of effects) {
      if (!effect.is(setErrorMark)) continue;
      const range = effect.value === null ? null : rangeAt(state, effect.value);
      next = range === null ? Decoration.none : Decoration.set(squiggle.range(range.from, range.to));
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Start of the marked text; null while nothing is marked. */
export function errorPlace(state: EditorState): number | null {
  return state.field(errorMark).iter().value === null ? null : state.field(errorMark).iter().from;
}

/** The line of the error, for the gutter. */
export function errorLines(state: EditorState): RangeSet<GutterMarker> {
  const place = errorPlace(state);
  return place === null ? RangeSet.empty : RangeSet.of(errorGutterMarker.range(state.doc.lineAt(place).from));
}
