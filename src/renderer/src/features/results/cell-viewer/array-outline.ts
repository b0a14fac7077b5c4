import { type Outline, OutlineBuilder } from './outline.ts';

const rowsPerStep = 2_000;

/**
 * The elements of an array as Postgres writes it: `{1,NULL,"a \"b\"",{…}}`, with the bounds before it where they do not
 * begin at 1. Indexes are those that SQL uses. Rests like `jsonOutline`.
 * https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO
 * @param delimiter `;` for `box[]`, else `,`.
 */
export function* arrayOutline(text: string, delimiter: ',' | ';'): Generator<void, Outline> {
  const builder = new OutlineBuilder();
  const bounds = /^(?:\[[+-]?\d+:[+-]?\d+\])+=/.exec(text)?.[0] ?? '';
  const firsts = [...bounds.matchAll(/\[([+-]?\d+):/g)].map(([, first]) => Number(first));
  let rested = 0;
  for (let at = bounds.length; at < text.length && !builder.isFull; ) {
    const character = text[at] ?? '';
    const { holder } = builder;
    const place = holder === undefined ? null : String((firsts[builder.depth - 1] ?? 1) + holder.childCount);
    if (character === '{') builder.open('array', place);
    else if (character === '}') builder.close();
    else if (character !== delimiter && character.trim() !== '') {
      const { value, end } = element(text, at, delimiter);
      if (value === null) builder.leaf('null', place, 'NULL');
      else builder.leaf('string', place, value);
      at = end;
      continue;
    }
    at += 1;
    if (builder.rows.length >= rested + rowsPerStep) {
      rested = builder.rows.length;
      yield;
    }
  }
  return builder.finish();
}

/** An element that begins at `at`; a quoted one may be the word NULL, an unquoted NULL is none. */
function element(text: string, at: number, delimiter: string): { value: string | null; end: number } {
  if (text[at] === '"') {
    let end = at + 1;
    while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
    return { value: text.slice(at + 1, end).replace(/\\([\s\S])/g, '$1'), end: end + 1 };
  }
  let end = at;
  while (end < text.length && text[end] !== delimiter && text[end] !== '}') end += 1;
  const value = text.slice(at, end).trim();
  return { value: value.toUpperCase() === 'NULL' ? null : value, end };
}
