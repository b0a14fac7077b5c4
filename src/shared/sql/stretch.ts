import type { FactToken } from './fact-tokens.ts';

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
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.depth === depth && sought.includes(token.word)) return at;
  }
  return tokens.length;
}

/** The parts between a word or sign that stands outside the stretch's own parentheses, without an empty last one. */
export function splitAt(stretch: Stretch, separator: string): Stretch[] {
  const parts: Stretch[] = [];
  let from = 0;
  while (from < stretch.tokens.length) {
    const at = placeOf(stretch, [separator], from);
    parts.push(part(stretch, from, at));
    from = at + 1;
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
