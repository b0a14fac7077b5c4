import { isWordPart } from './char-classes.ts';
import { type EditedText, editText, type TextEdit } from './edit-text.ts';
import { quoteIdentifier, quoteLiteral } from './quote-sql.ts';
import type { Placeholder, ScannedStatement } from './scanned-item.ts';

export interface BoundStatement extends EditedText {
  /** For `$1`, `$2`, … of `text`; null is NULL. */
  values: (string | null)[];
}

/**
 * Makes parameters of the placeholders that have a value: `:name` and `$n` become `$1`, `$2`, … in the order they come,
 * one for each name; `:'name'` and `:"name"` are put into the text, quoted. Those without a value stay.
 */
export function bindPlaceholders(
  statement: Pick<ScannedStatement, 'text' | 'placeholders'>,
  given: ReadonlyMap<string, string | null>,
): BoundStatement {
  const numbers = new Map<string, number>();
  const values: (string | null)[] = [];
  const edits: TextEdit[] = [];
  for (const placeholder of statement.placeholders) {
    const { name, start, end } = placeholder;
    const value = given.get(name);
    if (value === undefined) continue;
    const text = inlined(placeholder, value);
    if (text !== null) {
      edits.push({ start, end, text });
      continue;
    }
    const number = numbers.get(name) ?? values.push(value);
    numbers.set(name, number);
    // Behind a name, `$1` would belong to it.
    const apart = start > 0 && isWordPart(statement.text.charCodeAt(start - 1)) ? ' ' : '';
    edits.push({ start, end, text: `${apart}$${number}` });
  }
  return { ...editText(statement.text, edits), values };
}

/** Null: it becomes a parameter. */
function inlined({ kind }: Placeholder, value: string | null): string | null {
  switch (kind) {
    case 'literal':
      return value === null ? 'NULL' : quoteLiteral(value);
    case 'identifier':
      return quoteIdentifier(value ?? '');
    case 'plain':
    case 'positional':
      return null;
  }
}
