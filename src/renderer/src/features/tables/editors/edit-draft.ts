import type { RelationColumn } from '../../../../../shared/contract/relations.ts';
import type { StagedValue } from '../../../../../shared/contract/row-changes.ts';
import type { EditStart } from '../../../components/data-grid/grid-editing.ts';
import { keptLineEnds } from './kept-line-ends.ts';

/** The text an editor begins with; it stays empty for what is no text. */
export function firstText(value: StagedValue, start: EditStart): string {
  if (start.kind === 'replace') return start.text;
  return start.kind === 'keep' && typeof value === 'string' ? value : '';
}

/** What a text in an editor means for a value; undefined: nothing was changed. */
export function valueOfText(
  column: Pick<RelationColumn, 'valueType' | 'notNull' | 'defaultText'>,
  before: StagedValue,
  text: string,
  start: EditStart = { kind: 'keep' },
): StagedValue | undefined {
  if (start.kind === 'compose' && text === '') return undefined;
  const after = text === '' ? valueOfNothing(column, before) : keptLineEnds(before, text);
  return after === before ? undefined : after;
}

/**
 * An emptied editor. Only texts can be empty, and where a text must be given it is missing rather than empty: an empty
 * one is a choice of its own. What was not set before stays so.
 */
function valueOfNothing(
  { valueType, notNull, defaultText }: Pick<RelationColumn, 'valueType' | 'notNull' | 'defaultText'>,
  before: StagedValue,
): StagedValue {
  if (typeof before !== 'string') return before;
  if (before === '' && valueType === 'text') return '';
  const isMissing = valueType !== 'text' || (notNull && defaultText === null);
  return isMissing ? null : '';
}

/** A value that was pasted; null: the cell of the spreadsheet held nothing. */
export function valueOfPasted(
  { valueType }: Pick<RelationColumn, 'valueType'>,
  text: string | null,
): StagedValue {
  if (text === null || (text === '' && valueType !== 'text')) return null;
  return text;
}
