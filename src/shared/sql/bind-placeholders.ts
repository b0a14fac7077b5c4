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
 * one for each name; `:'name'` and `:"name"` are put into the text, quoted. Names without a value stay; a `$n` without
 * one gets a number behind all values, so that none is taken for another's and the server says that one is missing.
 */
export function bindPlaceholders(
  statement: Pick<ScannedStatement, 'text' | 'placeholders'>,
  given: ReadonlyMap<string, string | null>,
): BoundStatement {
  const { numbers, values } = numbered(statement.placeholders, given);
  const edits = statement.placeholders.flatMap((placeholder): TextEdit[] => {
    const { name, start, end } = placeholder;
    const number = isParameter(placeholder) ? numbers.get(name) : undefined;
    if (number === undefined) return inlined(placeholder, given.get(name));
    // Behind a name, `$1` would belong to it.
    const apart = start > 0 && isWordPart(statement.text.charCodeAt(start - 1)) ? ' ' : '';
    return [{ start, end, text: `${apart}$${number}` }];
  });
  return { ...editText(statement.text, edits), values };
}

interface Numbered {
  /** By name. */
  numbers: Map<string, number>;
  values: (string | null)[];
}

function numbered(placeholders: Placeholder[], given: ReadonlyMap<string, string | null>): Numbered {
  const numbers = new Map<string, number>();
  const values: (string | null)[] = [];
  const parameters = placeholders.filter(isParameter);
  for (const { name } of parameters) {
    const value = given.get(name);
    if (value !== undefined && !numbers.has(name)) numbers.set(name, values.push(value));
  }
  if (values.length === 0) return { numbers, values };
  for (const { kind, name } of parameters) {
    if (kind === 'positional' && !numbers.has(name)) numbers.set(name, numbers.size + 1);
  }
  return { numbers, values };
}

function isParameter({ kind }: Placeholder): boolean {
  return kind === 'plain' || kind === 'positional';
}

function inlined({ kind, start, end }: Placeholder, value: string | null | undefined): TextEdit[] {
  if (value === undefined) return [];
  if (kind === 'identifier') return [{ start, end, text: quoteIdentifier(value ?? '') }];
  if (kind === 'literal') return [{ start, end, text: value === null ? 'NULL' : quoteLiteral(value) }];
  return [];
}
