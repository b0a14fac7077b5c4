import { type EditorState, type RangeSet, RangeSetBuilder, StateEffect, StateField } from '@codemirror/state';
import { GutterMarker, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { statementAt } from '../../../../../shared/sql/statement-at.ts';

/** A piece of the draft that can be run, and where it begins. */
export interface RunTarget {
  text: string;
  offset: number;
}

/** The selection, else the statement at the caret; null where there is none. */
export function runTarget(state: EditorState): RunTarget | null {
  const { from, to } = state.selection.main;
  if (from !== to) return { text: state.sliceDoc(from, to), offset: from };
  const text = state.doc.toString();
  const found = statementAt(text, from);
  if (found === null) return null;
  const end = found.kind === 'statement' && found.copiesFromStdin ? copyDataEnd(text, found.end) : found.end;
  return { text: text.slice(found.start, end), offset: found.start };
}

/** What `COPY … FROM STDIN` is fed stands below it, to the line that is `\.` or the end of the text. */
function copyDataEnd(text: string, from: number): number {
  const end = /^\\\.[ \t\r]*$/m.exec(text.slice(from));
  return end === null ? text.length : from + end.index + end[0].length;
}

interface Lines {
  from: number;
  to: number;
}

const setTargetLines = StateEffect.define<Lines | null>();

class StatementMarker extends GutterMarker {
  override toDOM(): Node {
    const mark = document.createElement('div');
    mark.className = 'cm-statementMark';
    return mark;
  }
}
const statementMarker = new StatementMarker();

/** Lines of what `Run` would run. */
export const targetLines = StateField.define<Lines | null>({
  create: () => null,
  update(lines, { effects, changes, docChanged }) {
    for (const effect of effects) if (effect.is(setTargetLines)) return effect.value;
    if (lines === null || !docChanged) return lines;
    return { from: changes.mapPos(lines.from, 1), to: changes.mapPos(lines.to, -1) };
  },
});

export function targetMarkers(state: EditorState): RangeSet<GutterMarker> {
  const lines = state.field(targetLines);
  const builder = new RangeSetBuilder<GutterMarker>();
  if (lines === null || lines.from > lines.to) return builder.finish();
  const last = state.doc.lineAt(Math.min(lines.to, state.doc.length)).number;
  for (let number = state.doc.lineAt(lines.from).number; number <= last; number += 1) {
    const { from } = state.doc.line(number);
    builder.add(from, from, statementMarker);
  }
  return builder.finish();
}

const pauseMs = 40;
/** Longer drafts are not read again for each movement of the caret. */
const longestFollowed = 500_000;

/** Finds the target a moment after the caret or the text came to rest. */
export const followTarget = ViewPlugin.define((view) => {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const look = () => {
    timer = null;
    const target = view.state.doc.length > longestFollowed ? null : runTarget(view.state);
    const lines = target && { from: target.offset, to: target.offset + target.text.length };
    const shown = view.state.field(targetLines);
    if (lines?.from !== shown?.from || lines?.to !== shown?.to)
      view.dispatch({ effects: setTargetLines.of(lines) });
  };
  const later = () => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(look, pauseMs);
  };
  later();
  return {
    update: ({ docChanged, selectionSet }: ViewUpdate) => (docChanged || selectionSet) && later(),
    destroy: () => timer !== null && clearTimeout(timer),
  };
});
