import { sqlTokens } from './sql-tokens.ts';

/** A token as the facts of a statement are read from it. */
export interface FactToken {
  /** A word without quotes in lower case, a sign as it is; empty for everything in quotes. */
  word: string;
  isName: boolean;
  isConstant: boolean;
  /** Of parentheses around it; those of `(` and `)` themselves count for what is between them only. */
  depth: number;
  start: number;
  end: number;
}

/** Facts stand at the beginning; a statement longer than this is nearly all values. */
const mostTokens = 200_000;

/** Tokens of a statement without comments. */
export function factTokens(text: string): FactToken[] {
  const found: FactToken[] = [];
  let depth = 0;
  for (const token of sqlTokens(text, { mostTokens })) {
    if (token.kind === 'comment') continue;
    const { kind, start, end } = token;
    if (token.text === ')') depth = Math.max(0, depth - 1);
    const isWord = kind === 'keyword' || kind === 'identifier';
    found.push({
      word:
        kind === 'string' || kind === 'quoted-identifier'
          ? ''
          : isWord
            ? token.text.toLowerCase()
            : token.text,
      isName: isWord || kind === 'quoted-identifier',
      isConstant: kind === 'string' || kind === 'number',
      depth,
      start,
      end,
    });
    if (token.text === '(') depth += 1;
  }
  return found;
}
