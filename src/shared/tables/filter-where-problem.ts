import { type SqlToken, sqlTokens } from '../sql/sql-tokens.ts';

/** Why a text cannot stand as one condition; `parameter`: `$1`, of which nobody gives a value. */
export type WhereProblem =
  | 'open-string'
  | 'open-name'
  | 'open-comment'
  | 'open-parenthesis'
  | 'extra-parenthesis'
  | 'semicolon'
  | 'parameter';

/**
 * What keeps a text from standing in parentheses, on lines of its own, as one SQL expression: what would let it end the
 * statement, or swallow what follows it. Null: nothing does; whether it is an expression is for the server to say.
 */
export function filterWhereProblem(
  where: string,
  options: { standardConformingStrings?: boolean } = {},
): WhereProblem | null {
  const closed = `${where}\n)`;
  const tokens = sqlTokens(closed, options);
  const last = tokens.at(-1);
  if (last === undefined) return null;
  if (last.start !== closed.length - 1) return openProblem(last);
  let depth = 0;
  for (const token of tokens.slice(0, -1)) {
    if (token.kind === 'placeholder' && token.text.startsWith('$')) return 'parameter';
    if (token.kind !== 'mark') continue;
    if (token.text === ';' || token.text === '\\;') return 'semicolon';
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    if (depth < 0) return 'extra-parenthesis';
  }
  return depth > 0 ? 'open-parenthesis' : null;
}

/** The token that took the closing parenthesis in never ended. */
function openProblem({ kind }: SqlToken): WhereProblem {
  switch (kind) {
    case 'comment':
      return 'open-comment';
    case 'quoted-identifier':
      return 'open-name';
    default:
      return 'open-string';
  }
}
