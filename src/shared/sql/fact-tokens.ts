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

/** A stretch of a statement: the statement itself or one in parentheses, e.g. a CTE. */
export interface Stretch {
  text: string;
  tokens: FactToken[];
}

/** Part of a stretch between two of its tokens, by their places. */
export function part({ text, tokens }: Stretch, from: number, to: number = tokens.length): Stretch {
  return { text, tokens: tokens.slice(from, to) };
}

/** The text from the first token to the last. */
export function textOf({ text, tokens }: Stretch): string {
  const first = tokens[0];
  const last = tokens.at(-1);
  return first === undefined || last === undefined ? '' : text.slice(first.start, last.end);
}

export function words({ tokens }: Stretch, count: number): string {
  return tokens
    .slice(0, count)
    .map(({ word }) => word)
    .join(' ');
}

/** Place of the first of the words outside the stretch's own parentheses; its length where there is none. */
export function placeOf({ tokens }: Stretch, sought: string[], from = 0): number {
  const depth = tokens[0]?.depth ?? 0;
  const at = tokens.findIndex(
    (token, index) => index >= from && token.depth === depth && sought.includes(token.word),
  );
  return at === -1 ? tokens.length : at;
}

/** The parts between the commas outside the stretch's own parentheses. */
export function listed(stretch: Stretch): Stretch[] {
  const parts: Stretch[] = [];
  let from = 0;
  while (from < stretch.tokens.length) {
    const comma = placeOf(stretch, [','], from);
    parts.push(part(stretch, from, comma));
    from = comma + 1;
  }
  return parts;
}

/** How many tokens a name takes: `customers`, `public."Order Items"`. */
export function nameLength({ tokens }: Stretch): number {
  let length = tokens[0]?.isName === true ? 1 : 0;
  while (length > 0 && tokens[length]?.word === '.' && tokens[length + 1]?.isName === true) length += 2;
  return length;
}

/** Without the words at its beginning, one after the other, as far as they are there. */
export function without(stretch: Stretch, ...optional: string[]): Stretch {
  let rest = stretch;
  for (const phrase of optional) {
    const length = phrase.split(' ').length;
    if (words(rest, length) === phrase) rest = part(rest, length);
  }
  return rest;
}
