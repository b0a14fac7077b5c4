import { bindPlaceholders } from '../../../shared/sql/bind-placeholders.ts';
import { type EditedText, editText } from '../../../shared/sql/edit-text.ts';
import { interpolateVariables } from '../../../shared/sql/interpolate-variables.ts';
import { quoteIdentifier, quoteLiteral } from '../../../shared/sql/quote-sql.ts';
import type { Placeholder, ScannedStatement } from '../../../shared/sql/scanned-item.ts';
import { sqlTokens } from '../../../shared/sql/sql-tokens.ts';
import type { ScriptCodec } from './script-codec.ts';

export interface PreparedStatement {
  /** What is sent, in the script's characters. */
  text: string;
  /** Bound to it; absent: there are none. */
  values?: readonly (string | null)[];
  /** Index in the statement of a place in `text`. */
  originOf(index: number): number;
}

export interface GivenValues {
  codec: Pick<ScriptCodec, 'insert'>;
  variables: ReadonlyMap<string, string>;
  values: Readonly<Record<string, string | null>>;
}

type Parametrised = Pick<ScannedStatement, 'text' | 'placeholders'>;

/** The server takes parameters in these only, and in one at a time. */
const boundStatements = new Set([
  'select',
  'insert',
  'update',
  'delete',
  'merge',
  'values',
  'with',
  'table',
  '(',
]);

/** Puts psql's variables into a statement, then the values of the form: bound where it can be, else as constants. */
export function prepareStatement(
  statement: Parametrised,
  { codec, variables, values }: GivenValues,
): PreparedStatement {
  if (statement.placeholders.length === 0) return { text: statement.text, originOf: (index) => index };
  const inserted = Array.from(
    variables,
    ([name, value]) => [codec.insert(name), codec.insert(value)] as const,
  );
  const interpolated = interpolateVariables(statement, new Map(inserted));
  const given = new Map(Object.entries(values));
  const valued = withValues(interpolated, given);
  return { ...valued, originOf: (index) => interpolated.toOriginal(valued.toOriginal(index)) };
}

function withValues(
  statement: Parametrised,
  given: ReadonlyMap<string, string | null>,
): EditedText & { values?: readonly (string | null)[] } {
  const tokens = sqlTokens(statement.text).filter(({ kind }) => kind !== 'comment');
  const isSeveral = tokens.some(({ text }) => text === ';');
  const isBound = !isSeveral && boundStatements.has(tokens[0]?.text.toLowerCase() ?? '');
  if (!isBound) return withConstants(statement, given);
  const bound = bindPlaceholders(statement, given);
  return bound.values.length > 0 ? bound : { text: bound.text, toOriginal: bound.toOriginal };
}

function withConstants(
  { text, placeholders }: Parametrised,
  given: ReadonlyMap<string, string | null>,
): EditedText {
  const edits = placeholders.flatMap((placeholder) => {
    const value = given.get(placeholder.name);
    return value === undefined ? [] : [{ ...placeholder, text: constant(placeholder, value) }];
  });
  return editText(text, edits);
}

function constant({ kind }: Placeholder, value: string | null): string {
  if (kind === 'identifier') return quoteIdentifier(value ?? '');
  return value === null ? 'NULL' : quoteLiteral(value);
}
