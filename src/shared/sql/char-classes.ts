/** The character classes of PostgreSQL's lexer (scan.l): everything beyond ASCII counts as a letter. */

/** Space, tab, newline, vertical tab (from version 16 on), form feed, carriage return. */
export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** What a name without quotes may begin with. */
export function isWordStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code >= 128;
}

/** What a dollar quote's tag or a psql variable may go on with: like a name, but no `$`. */
export function isTagPart(code: number): boolean {
  return isWordStart(code) || isDigit(code);
}

export function isWordPart(code: number): boolean {
  return isTagPart(code) || code === 36;
}

const operatorClasses = asciiClasses({ '+-*/<>=': 1, '~!@#^&|`?%': 2 });

export function isOperatorChar(code: number): boolean {
  return code < 128 && operatorClasses[code] !== 0;
}

/** What SQL itself has in no operator: with one of these in it an operator may end in + or -. */
export function isFreeOperatorChar(code: number): boolean {
  return code < 128 && operatorClasses[code] === 2;
}

function asciiClasses(classes: Record<string, number>): Uint8Array {
  const table = new Uint8Array(128);
  for (const [chars, number] of Object.entries(classes)) {
    for (const char of chars) table[char.charCodeAt(0)] = number;
  }
  return table;
}

export function trimSpaceEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

export function trimSpace(text: string): string {
  let start = 0;
  while (start < text.length && isSpace(text.charCodeAt(start))) start += 1;
  return trimSpaceEnd(text.slice(start));
}
