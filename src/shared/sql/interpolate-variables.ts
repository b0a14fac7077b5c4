import { type EditedText, editText, type TextEdit } from './edit-text.ts';
import { quoteIdentifier, quoteLiteral } from './quote-sql.ts';
import { readPlaceholder } from './read-placeholder.ts';
import type { Placeholder, ScannedStatement } from './scanned-item.ts';
import { sqlTokens } from './sql-tokens.ts';

export interface InterpolatedStatement extends EditedText {
  /** Those without a variable, at their new places. */
  placeholders: Placeholder[];
}

/**
 * Puts the values of psql variables in: `:name` as it is, `:'name'` as a string constant, `:"name"` as a quoted
 * identifier, `:{?name}` as TRUE or FALSE. Unknown ones stay. As in psql the value of `:name` may name further variables, but not itself.
 */
export function interpolateVariables(
  statement: Pick<ScannedStatement, 'text' | 'placeholders'>,
  variables: ReadonlyMap<string, string>,
): InterpolatedStatement {
  const edits: TextEdit[] = [];
  const placeholders: Placeholder[] = [];
  let shift = 0;
  for (const placeholder of statement.placeholders) {
    const { start, end } = placeholder;
    const text = substitute(placeholder, variables, new Set());
    if (text === null) {
      placeholders.push({ ...placeholder, start: start + shift, end: end + shift });
    } else {
      edits.push({ start, end, text });
      shift += text.length - (end - start);
    }
  }
  return { ...editText(statement.text, edits), placeholders };
}

/** Null: there is no such variable. */
function substitute(
  { kind, name }: Pick<Placeholder, 'kind' | 'name'>,
  variables: ReadonlyMap<string, string>,
  within: ReadonlySet<string>,
): string | null {
  const value = variables.get(name);
  if (kind === 'defined') return value === undefined ? 'FALSE' : 'TRUE';
  if (value === undefined) return null;
  switch (kind) {
    case 'positional':
      return null;
    case 'literal':
      return quoteLiteral(value);
    case 'identifier':
      return quoteIdentifier(value);
    case 'plain':
      return within.has(name) ? null : expand(value, variables, new Set([...within, name]));
  }
}

function expand(value: string, variables: ReadonlyMap<string, string>, within: ReadonlySet<string>): string {
  const edits = sqlTokens(value)
    .filter((token) => token.kind === 'placeholder')
    .flatMap(({ text, start, end }) => {
      const placeholder = readPlaceholder(text);
      const instead = placeholder && substitute(placeholder, variables, within);
      return instead === null ? [] : [{ start, end, text: instead }];
    });
  return editText(value, edits).text;
}
