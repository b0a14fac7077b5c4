import { isDigit, isOperatorChar, isSpace, isWordStart } from './char-classes.ts';
import {
  dollarTagEnd,
  isCommentAt,
  longestRun,
  numberEnd,
  operatorEnd,
  parameterEnd,
  undecided,
  variableEnd,
  wordEnd,
} from './run-ends.ts';
import type { TextFeed } from './text-feed.ts';

export type LexemeKind =
  | 'space'
  | 'comment'
  | 'word'
  | 'number'
  | 'string'
  | 'dollar-string'
  | 'quoted-identifier'
  | 'operator'
  /** One of `( ) [ ] , . :` or a character that begins nothing. */
  | 'mark'
  | 'semicolon'
  /** `:name`, `:'name'`, `:"name"`, `:{?name}`. */
  | 'variable'
  /** `$1`. */
  | 'parameter'
  /** `\;`: psql sends a semicolon and does not end there. */
  | 'separator'
  /** `\:`: a colon that begins no variable. */
  | 'escaped-colon'
  /** The start of a psql command. */
  | 'backslash';

type InsideMode = 'string' | 'quoted-identifier' | 'dollar-string' | 'comment';
type Mode = 'plain' | 'line-comment' | 'long-word' | InsideMode;

/** Characters that alone do not tell what begins with them. */
const ambiguous = /^(?:[-/$:\\.eEbBxXnNuU]|[uU]&|:\{)$/;

/**
 * Cuts SQL into lexemes by the rules of psql's lexer (psqlscan.l, which follows the server's scan.l). Works through a
 * feed: a string, a comment or white space that goes on beyond the window comes in parts, so that nothing is read twice
 * and nothing long is held.
 */
export class SqlLexer {
  /** Whether a backslash in '…' is an ordinary character; it counts from the next string on. */
  standardConformingStrings: boolean;
  kind: LexemeKind = 'space';
  /** In the feed's window; valid until the next `advance`. */
  start = 0;
  end = 0;
  /** A further part of the lexeme before it. */
  continued = false;
  private readonly feed: TextFeed;
  private mode: Mode = 'plain';
  private escapes = false;
  private tag = '';
  private depth = 0;
  /** What lies behind the last string: after white space with a newline in it, a quote goes on with that string. */
  private behindString: 'other' | 'space' | 'newline' = 'other';

  constructor(feed: TextFeed, standardConformingStrings: boolean) {
    this.feed = feed;
    this.standardConformingStrings = standardConformingStrings;
  }

  /** Reads the next lexeme, or a part of one. False: more text is needed, or all was read. */
  advance(): boolean {
    for (;;) {
      if (this.feed.position < this.feed.text.length && this.lex()) {
        this.feed.position = this.end;
        return true;
      }
      if (!this.feed.refill()) return false;
    }
  }

  /** What was read so far ends inside a comment that is to be closed. */
  get insideComment(): boolean {
    return this.mode === 'comment';
  }

  private lex(): boolean {
    this.start = this.feed.position;
    this.continued = this.mode !== 'plain';
    switch (this.mode) {
      case 'plain':
        return this.lexPlain();
      case 'string':
      case 'quoted-identifier':
        return this.lexQuoted(this.mode, this.start);
      case 'dollar-string':
        return this.lexDollarString(this.start);
      case 'line-comment':
        return this.lexLineComment(this.start);
      case 'comment':
        return this.lexBlockComment(this.start);
      case 'long-word':
        return this.lexWord();
    }
  }

  private lexPlain(): boolean {
    const { text } = this.feed;
    const code = text.charCodeAt(this.start);
    if (isSpace(code)) return this.lexSpace();
    if (code === 59) return this.found('semicolon', this.start + 1);
    if (this.start + 2 >= text.length && !this.feed.final && ambiguous.test(text.slice(this.start)))
      return false;
    if (isWordStart(code)) return this.lexPrefixOrWord();
    if (isDigit(code)) return this.found('number', numberEnd(this.feed, this.start));
    if (isCommentAt(text, this.start)) return this.lexComment(text.charAt(this.start));
    if (isOperatorChar(code)) return this.found('operator', operatorEnd(this.feed, this.start));
    return this.lexSign(text.charAt(this.start), text.charAt(this.start + 1));
  }

  private lexSign(sign: string, next: string): boolean {
    switch (sign) {
      case "'":
        return this.lexString(!this.standardConformingStrings, 1);
      case '"':
        return this.lexQuoted('quoted-identifier', this.start + 1);
      case '$':
        return this.lexDollar(next);
      case ':':
        if (next === ':' || next === '=') return this.found('operator', this.start + 2);
        return this.foundOrMark('variable', variableEnd(this.feed, this.start));
      case '\\':
        if (next === ';') return this.found('separator', this.start + 2);
        if (next === ':') return this.found('escaped-colon', this.start + 2);
        return this.found('backslash', this.start + 1);
      case '.':
        if (isDigit(next.charCodeAt(0))) return this.found('number', numberEnd(this.feed, this.start));
        return this.found('mark', this.start + 1);
      default:
        return this.found('mark', this.start + 1);
    }
  }

  private lexSpace(): boolean {
    const { text } = this.feed;
    let end = this.start;
    while (end < text.length && isSpace(text.charCodeAt(end))) {
      if (this.behindString === 'space' && /[\n\r]/.test(text.charAt(end))) this.behindString = 'newline';
      end += 1;
    }
    const behindString = this.behindString;
    this.found('space', end);
    this.behindString = behindString;
    return true;
  }

  private lexPrefixOrWord(): boolean {
    const { text } = this.feed;
    const next = text.charAt(this.start + 1);
    const prefix = text.charAt(this.start).toLowerCase();
    if (next === "'" && prefix === 'n') return this.lexString(!this.standardConformingStrings, 2);
    if (next === "'" && (prefix === 'e' || prefix === 'b' || prefix === 'x')) {
      return this.lexString(prefix === 'e', 2);
    }
    if (next === '&' && prefix === 'u') {
      const quote = text.charAt(this.start + 2);
      if (quote === "'") return this.lexString(false, 3);
      if (quote === '"') return this.lexQuoted('quoted-identifier', this.start + 3);
    }
    return this.lexWord();
  }

  private lexWord(): boolean {
    const end = wordEnd(this.feed, this.start);
    const found = this.found('word', end);
    if (found && end - this.start === longestRun) this.mode = 'long-word';
    return found;
  }

  private lexString(escapes: boolean, openingLength: number): boolean {
    this.escapes = this.behindString === 'newline' && openingLength === 1 ? this.escapes : escapes;
    return this.lexQuoted('string', this.start + openingLength);
  }

  private lexQuoted(mode: 'string' | 'quoted-identifier', from: number): boolean {
    const { text, final } = this.feed;
    const quote = mode === 'string' ? "'" : '"';
    const escapes = mode === 'string' && this.escapes;
    let at = signIndex(text, quote, escapes, from);
    while (at !== -1) {
      const next = at + 1;
      if (next === text.length && !final) return this.foundPart(mode, mode, at);
      if (text[at] === quote && text[next] !== quote) return this.foundString(mode, next);
      at = signIndex(text, quote, escapes, next + 1);
    }
    return this.foundPart(mode, mode, text.length);
  }

  private foundString(mode: 'string' | 'quoted-identifier', end: number): boolean {
    this.found(mode, end);
    this.behindString = mode === 'string' ? 'space' : 'other';
    return true;
  }

  private lexDollar(next: string): boolean {
    if (isDigit(next.charCodeAt(0))) return this.found('parameter', parameterEnd(this.feed, this.start));
    const end = dollarTagEnd(this.feed, this.start);
    if (end === undecided) return false;
    if (end === this.start + 1) return this.found('mark', end);
    this.tag = this.feed.text.slice(this.start, end);
    return this.lexDollarString(end);
  }

  private lexDollarString(from: number): boolean {
    const { text, final } = this.feed;
    const at = text.indexOf(this.tag, from);
    if (at !== -1) return this.found('dollar-string', at + this.tag.length);
    const end = final ? text.length : Math.max(from, text.length - this.tag.length + 1);
    return this.foundPart('dollar-string', 'dollar-string', end);
  }

  private lexComment(sign: string): boolean {
    if (sign === '-') return this.lexLineComment(this.start + 2);
    this.depth = 0;
    return this.lexBlockComment(this.start);
  }

  private lexLineComment(from: number): boolean {
    const newline = /[\n\r]/g;
    newline.lastIndex = from;
    const at = newline.exec(this.feed.text)?.index;
    const behindString = this.behindString;
    const found =
      at === undefined
        ? this.foundPart('comment', 'line-comment', this.feed.text.length)
        : this.found('comment', at);
    this.behindString = behindString;
    return found;
  }

  private lexBlockComment(from: number): boolean {
    const { text, final } = this.feed;
    const sign = /\/\*|\*\//g;
    sign.lastIndex = from;
    let seen = from;
    for (let match = sign.exec(text); match !== null; match = sign.exec(text)) {
      this.depth += match[0] === '/*' ? 1 : -1;
      if (this.depth === 0) return this.found('comment', sign.lastIndex);
      seen = sign.lastIndex;
    }
    const half = !final && seen < text.length && /[*/]$/.test(text.slice(-1));
    return this.foundPart('comment', 'comment', half ? text.length - 1 : text.length);
  }

  private foundOrMark(kind: LexemeKind, end: number): boolean {
    return this.found(end === this.start + 1 ? 'mark' : kind, end);
  }

  private found(kind: LexemeKind, end: number): boolean {
    if (end === undecided) return false;
    this.kind = kind;
    this.end = end;
    this.mode = 'plain';
    this.behindString = 'other';
    return true;
  }

  /** A part whose rest is read in `mode`. Without progress nothing is found. */
  private foundPart(kind: LexemeKind, mode: Mode, end: number): boolean {
    if (end === this.start) return false;
    this.found(kind, end);
    this.mode = mode;
    return true;
  }
}

/** Place of the next quote or, where it escapes, backslash; -1: none. */
function signIndex(text: string, quote: string, escapes: boolean, from: number): number {
  if (!escapes) return text.indexOf(quote, from);
  let at = from;
  while (at < text.length && text[at] !== quote && text[at] !== '\\') at += 1;
  return at < text.length ? at : -1;
}
