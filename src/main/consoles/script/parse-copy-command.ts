/** Where `\copy` reads or writes. `program` is named so that it can be refused. */
export type CopyEnd =
  | { kind: 'file'; path: string }
  | { kind: 'stdin' | 'stdout' | 'pstdin' | 'pstdout' | 'program' };

export interface CopyCommand {
  direction: 'from' | 'to';
  end: CopyEnd;
  /** What the server is told: `COPY … FROM STDIN …`. */
  statement: string;
  /** Index in the argument text of a place in `statement`. */
  originOf(index: number): number;
}

interface Token {
  text: string;
  /** Behind it, in the argument text. */
  end: number;
}

/**
 * Reads what stands behind `\copy` as psql does (`parse_slash_copy` in psql's copy.c): `table [(columns)]` or `(query)`,
 * `from` or `to`, an end, options, which are passed on. Null: psql would call it a parse error.
 */
export function parseCopyCommand(argument: string): CopyCommand | null {
  const subject = readSubject(argument);
  if (subject === null) return null;
  const direction = readToken(argument, subject, plainTokens);
  const way = direction?.text.toLowerCase();
  if (direction === null || (way !== 'from' && way !== 'to')) return null;
  const named = readToken(argument, direction.end, endTokens);
  if (named === null || named.text === ';') return null;
  const end = readEnd(named.text, way);
  if (end === null) return null;
  const start = skipBlank(argument, 0);
  const options = skipBlank(argument, named.end);
  const before = `COPY ${argument.slice(start, subject)}`;
  const standard = `${before} ${way === 'from' ? 'FROM STDIN' : 'TO STDOUT'} `;
  return {
    direction: way,
    end,
    statement: `${standard}${argument.slice(options)}`.replace(/[ \t\r\n]+$/, ''),
    originOf(index) {
      if (index < before.length) return Math.max(start, start + index - 'COPY '.length);
      return index < standard.length ? subject : options + index - standard.length;
    },
  };
}

// White space is psql's: a byte of a file may look like another one of JavaScript's.
const plainTokens = /(?:"(?:[^"]|"")*"?|[^ \t\r\n.,()"])+|[.,()]/y;
const queryTokens =
  /(?:"(?:[^"]|"")*"?|[eE]'(?:[^'\\]|''|\\[\s\S])*'?|'(?:[^']|'')*'?|[^ \t\r\n()"'])+|[()]/y;
const endTokens = /'(?:[^']|'')*'?|[^ \t\r\n;']+|;/y;
const blank = /[ \t\r\n]*/y;

function readToken(argument: string, from: number, tokens: RegExp): Token | null {
  const start = skipBlank(argument, from);
  tokens.lastIndex = start;
  const text = tokens.exec(argument)?.[0];
  return text === undefined ? null : { text, end: start + text.length };
}

function skipBlank(text: string, from: number): number {
  blank.lastIndex = from;
  return from + (blank.exec(text)?.[0].length ?? 0);
}

/** Index behind the table (with its columns) or the query in parentheses. */
function readSubject(argument: string): number | null {
  let token = readToken(argument, 0, plainTokens);
  if (token?.text.toLowerCase() === 'binary') token = readToken(argument, token.end, plainTokens);
  if (token === null) return null;
  if (token.text === '(') return closing(argument, token.end, queryTokens);
  const dot = readToken(argument, token.end, plainTokens);
  if (dot?.text === '.') token = readToken(argument, dot.end, plainTokens);
  if (token === null) return null;
  const columns = readToken(argument, token.end, plainTokens);
  return columns?.text === '(' ? closing(argument, columns.end, plainTokens) : token.end;
}

/** Index behind the parenthesis that closes the one before `from`. */
function closing(argument: string, from: number, tokens: RegExp): number | null {
  let open = 1;
  let token = readToken(argument, from, tokens);
  while (token !== null) {
    if (token.text === '(') open += 1;
    if (token.text === ')') open -= 1;
    if (open === 0) return token.end;
    token = readToken(argument, token.end, tokens);
  }
  return null;
}

function readEnd(text: string, direction: 'from' | 'to'): CopyEnd | null {
  const word = text.toLowerCase();
  if (word === 'program') return { kind: 'program' };
  // psql takes either word on either side.
  if (word === 'stdin' || word === 'stdout') return { kind: direction === 'from' ? 'stdin' : 'stdout' };
  if (word === 'pstdin' || word === 'pstdout') return { kind: direction === 'from' ? 'pstdin' : 'pstdout' };
  const path = text.startsWith("'") ? text.slice(1).replace(/'$/, '').replaceAll("''", "'") : text;
  return path === '' ? null : { kind: 'file', path };
}
