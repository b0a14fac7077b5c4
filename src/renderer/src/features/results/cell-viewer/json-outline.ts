import { type Outline, OutlineBuilder } from './outline.ts';

const rowsPerStep = 2_000;

/**
 * The outline of JSON as Postgres wrote it, without a number or a key changed on the way. It rests after every few
 * thousand rows, so that a page can draw in between.
 */
export function* jsonOutline(text: string): Generator<void, Outline> {
  const builder = new OutlineBuilder();
  let key: string | null = null;
  let rested = 0;
  for (let at = 0; at < text.length && !builder.isFull; ) {
    const character = text[at] ?? '';
    const end = tokenEnd(text, at, character);
    const { holder } = builder;
    const place = holder?.kind === 'array' ? String(holder.childCount) : key;
    if (character === '{' || character === '[') builder.open(character === '{' ? 'object' : 'array', place);
    else if (character === '}' || character === ']') builder.close();
    else if (character === '"' && holder?.kind === 'object' && key === null) {
      key = decodedKey(text.slice(at, end));
      at = end;
      continue;
    } else if (!isBetween(character)) builder.leaf(kindOf(character), place, text.slice(at, end));
    if (!isBetween(character)) key = null;
    at = end;
    if (builder.rows.length >= rested + rowsPerStep) {
      rested = builder.rows.length;
      yield;
    }
  }
  return builder.finish();
}

const isBetween = (character: string) => character === ',' || character === ':' || character <= ' ';

function tokenEnd(text: string, at: number, character: string): number {
  if (character === '"') return stringEnd(text, at);
  if ('{}[],:'.includes(character) || character <= ' ') return at + 1;
  let end = at + 1;
  while (end < text.length && !'{}[],:"'.includes(text[end] ?? '') && (text[end] ?? '') > ' ') end += 1;
  return end;
}

/** Behind the closing quote: the first one that an even number of backslashes stands before. */
function stringEnd(text: string, at: number): number {
  for (let end = text.indexOf('"', at + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text[before] === '\\') before -= 1;
    if ((end - before) % 2 === 1) return end + 1;
  }
  return text.length;
}

function decodedKey(literal: string): string {
  try {
    return String(JSON.parse(literal));
  } catch {
    return literal;
  }
}

function kindOf(character: string): 'string' | 'boolean' | 'null' | 'number' {
  switch (character) {
    case '"':
      return 'string';
    case 't':
    case 'f':
      return 'boolean';
    case 'n':
      return 'null';
    default:
      return 'number';
  }
}
