import { isDigit } from './char-classes.ts';
import { sqlKeywords } from './sql-keywords.ts';
import { type LexemeKind, SqlLexer } from './sql-lexer.ts';
import type { ScanOptions } from './sql-scanner.ts';
import { StatementStructure } from './statement-structure.ts';
import { TextFeed } from './text-feed.ts';

export interface SqlToken {
  kind:
    | 'keyword'
    | 'identifier'
    | 'quoted-identifier'
    | 'string'
    | 'number'
    | 'operator'
    /** One of `( ) [ ] , . : ; \` or a character that begins nothing. */
    | 'mark'
    | 'comment'
    | 'placeholder';
  text: string;
  /** UTF-16 offsets. */
  start: number;
  end: number;
}

export interface TokenOptions extends ScanOptions {
  /** No more than these are read. */
  mostTokens?: number;
}

/**
 * Tokens of one statement, without white space. Text that ends inside quotes or a comment ends in that token. Words of
 * PostgreSQL's keyword list are keywords wherever they stand, so one may be a name.
 */
export function sqlTokens(text: string, options: TokenOptions = {}): SqlToken[] {
  const feed = new TextFeed();
  const lexer = new SqlLexer(feed, options.standardConformingStrings ?? true);
  feed.push(text);
  feed.end();
  const structure = new StatementStructure();
  const tokens: SqlToken[] = [];
  const most = options.mostTokens ?? Number.POSITIVE_INFINITY;
  while (tokens.length < most && lexer.advance()) {
    const last = tokens.at(-1);
    if (lexer.continued && last !== undefined) {
      last.end = lexer.end;
      last.text = text.slice(last.start, last.end);
    } else if (lexer.kind !== 'space') {
      const token = tokenAt(text, lexer.start, lexer.end, lexer.kind);
      if (token.text.startsWith(':') && token.kind === 'placeholder' && structure.colonSeparates)
        tokens.push(...parted(token));
      else tokens.push(token);
      if (token.kind !== 'comment') structure.add(lexer.kind, token.text);
    }
  }
  return tokens;
}

function tokenAt(text: string, start: number, end: number, kind: LexemeKind): SqlToken {
  const lexeme = text.slice(start, end);
  return { kind: tokenKind(kind, lexeme), text: lexeme, start, end };
}

function tokenKind(kind: LexemeKind, lexeme: string): SqlToken['kind'] {
  switch (kind) {
    case 'word':
      return sqlKeywords.has(lexeme.toLowerCase()) ? 'keyword' : 'identifier';
    case 'string':
    case 'dollar-string':
      return 'string';
    case 'comment':
    case 'quoted-identifier':
    case 'number':
    case 'operator':
      return kind;
    case 'variable':
    case 'parameter':
      return 'placeholder';
    case 'space':
    case 'mark':
    case 'semicolon':
    case 'separator':
    case 'escaped-colon':
    case 'backslash':
      return 'mark';
  }
}

/** A colon between the bounds of a slice and what looked like a variable's name. */
function parted({ text, start, end }: SqlToken): SqlToken[] {
  const rest = text.slice(1);
  const quoted = rest.startsWith("'") ? 'string' : rest.startsWith('"') ? 'quoted-identifier' : null;
  const word = isDigit(rest.charCodeAt(0)) ? 'number' : tokenKind('word', rest);
  return [
    { kind: 'mark', text: ':', start, end: start + 1 },
    { kind: quoted ?? word, text: rest, start: start + 1, end },
  ];
}
