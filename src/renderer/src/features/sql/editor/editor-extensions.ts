import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { sql } from '@codemirror/lang-sql';
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  dropCursor,
  EditorView,
  gutter,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  placeholder,
  rectangularSelection,
} from '@codemirror/view';
import type { Catalog } from '../../../../../shared/contract/catalog.ts';
import { readCspNonce } from '../../../api/read-csp-nonce.ts';
import { sqlCompletion } from '../completion/sql-completion.ts';
import { editorTheme, sqlColours } from './editor-theme.ts';
import { errorGutterMarker, errorLines, errorMark } from './error-mark.ts';
import { followTarget, targetLines, targetMarkers } from './run-target.ts';
import { sqlDialect } from './sql-dialect.ts';

export interface EditorTexts {
  label: string;
  placeholder: string;
  /** Id of the text that says how to leave the editor by keyboard. */
  describedBy: string;
  /** CodeMirror's own texts, by the English one. */
  phrases: Record<string, string>;
}

/** Everything the SQL editor can do, apart from what the console does with it. */
export function editorExtensions(texts: EditorTexts, catalog: () => Promise<Catalog | null>): Extension[] {
  return [
    EditorView.cspNonce.of(readCspNonce()),
    EditorState.phrases.of(texts.phrases),
    EditorView.contentAttributes.of({
      'aria-label': texts.label,
      'aria-describedby': texts.describedBy,
      spellcheck: 'false',
      autocorrect: 'off',
      autocapitalize: 'off',
    }),
    marksGutter(),
    lineNumbers(),
    highlightActiveLineGutter(),
    highlightSpecialChars(),
    history(),
    drawSelection(),
    dropCursor(),
    rectangularSelection(),
    EditorState.allowMultipleSelections.of(true),
    indentUnit.of('  '),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    autocompletion({ override: sqlCompletion(catalog), maxRenderedOptions: 100 }),
    sql({ dialect: sqlDialect }),
    syntaxHighlighting(sqlColours),
    highlightSelectionMatches({ minSelectionLength: 2 }),
    search({ top: false }),
    placeholder(texts.placeholder),
    editorTheme,
    errorMark,
    targetLines,
    followTarget,
    keymap.of([
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...defaultKeymap,
      indentWithTab,
    ]),
  ];
}

/** Which lines `Run` would run, and where the last run failed. */
function marksGutter(): Extension {
  return gutter({
    class: 'cm-marks',
    markers: ({ state }) => [targetMarkers(state), errorLines(state)],
    initialSpacer: () => errorGutterMarker,
  });
}
