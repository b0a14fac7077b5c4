import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Colours of SQL; the tokens know light and dark. */
export const sqlColours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.bool, tags.null], color: 'var(--code-keyword)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--code-string)' },
  { tag: [tags.typeName, tags.standard(tags.name)], color: 'var(--code-name)' },
  { tag: tags.number, color: 'var(--code-number)' },
  { tag: [tags.lineComment, tags.blockComment], color: 'var(--code-comment)', fontStyle: 'italic' },
  { tag: tags.special(tags.name), color: 'var(--code-name)' },
]);

const popup = {
  border: '1px solid var(--line-strong)',
  borderRadius: '8px',
  background: 'var(--raised)',
  color: 'var(--text)',
  boxShadow: 'var(--shadow)',
};

const control = {
  height: '26px',
  margin: '0',
  padding: '0 8px',
  border: '1px solid var(--line-strong)',
  borderRadius: 'var(--radius)',
  background: 'var(--raised)',
  backgroundImage: 'none',
  color: 'var(--text)',
  font: '12px / 24px var(--sans)',
};

/** Shapes and colours of the editor from the window's own tokens. */
export const editorTheme = EditorView.theme({
  '&': { height: '100%', background: 'var(--panel)', color: 'var(--text)', fontSize: '13px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '20px', overflow: 'auto' },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--text)' },
  '.cm-line': { padding: '0 12px 0 4px' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--text)' },
  '.cm-placeholder': { color: 'var(--faint)', fontFamily: 'var(--sans)' },
  '.cm-gutters': { background: 'var(--panel)', color: 'var(--faint)', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '32px', padding: '0 8px 0 4px' },
  '.cm-activeLine, .cm-activeLineGutter': { background: 'transparent' },
  '&.cm-focused .cm-activeLineGutter': { color: 'var(--text)' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    background: 'color-mix(in srgb, var(--accent) 26%, transparent)',
  },
  '.cm-selectionMatch': { background: 'color-mix(in srgb, var(--warn) 16%, transparent)' },
  '&.cm-focused .cm-matchingBracket, .cm-matchingBracket': {
    background: 'var(--accent-soft)',
    outline: '1px solid var(--accent)',
  },
  '&.cm-focused .cm-nonmatchingBracket, .cm-nonmatchingBracket': {
    background: 'var(--bad-soft)',
    outline: '1px solid var(--bad)',
  },
  '.cm-marks': { width: '12px' },
  '.cm-marks .cm-gutterElement': { display: 'flex' },
  '.cm-statementMark': { width: '3px', marginLeft: '4px', background: 'var(--accent)', opacity: '0.55' },
  '.cm-errorMark': {
    width: '10px',
    marginLeft: '1px',
    color: 'var(--bad)',
    fontSize: '12px',
    textAlign: 'center',
  },
  '.cm-errorText': {
    textDecoration: 'underline wavy var(--bad)',
    textDecorationSkipInk: 'none',
    textUnderlineOffset: '3px',
    background: 'var(--bad-soft)',
  },
  '.cm-tooltip': popup,
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--mono)',
    maxHeight: '14em',
    padding: '4px',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '2px 8px 2px 4px', borderRadius: '5px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    background: 'var(--accent-soft)',
    color: 'var(--text)',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700', color: 'var(--accent)' },
  '.cm-completionDetail': { color: 'var(--muted)', fontStyle: 'normal', marginLeft: '12px' },
  '.cm-completionIcon': { width: '1.1em', paddingRight: '6px', color: 'var(--muted)', opacity: '1' },
  '.cm-panels': { background: 'var(--sunken)', color: 'var(--text)', zIndex: '2' },
  '.cm-panels-bottom': { borderTop: '1px solid var(--line)' },
  '.cm-panel.cm-search': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '6px',
    padding: '6px 32px 6px 12px',
    font: '12px / 20px var(--sans)',
  },
  '.cm-panel.cm-search br': { flexBasis: '100%', content: '""' },
  '.cm-panel.cm-search label': { display: 'inline-flex', alignItems: 'center', gap: '4px', fontSize: '12px' },
  '.cm-textfield': control,
  '.cm-button': { ...control, fontWeight: '600' },
  '.cm-button:hover': { background: 'var(--hover)' },
  '.cm-button:active': { backgroundImage: 'none' },
  '.cm-panel.cm-search [name=close]': {
    width: '24px',
    height: '24px',
    top: '6px',
    right: '6px',
    color: 'var(--muted)',
    fontSize: '16px',
  },
  '.cm-searchMatch': { background: 'var(--warn-soft)', outline: '1px solid var(--warn)' },
  '.cm-searchMatch-selected': { background: 'color-mix(in srgb, var(--warn) 40%, transparent)' },
});
