import type { LexemeKind } from './sql-lexer.ts';

/** Words that end no expression, so that a colon behind them begins a variable: `a[case when b then :c end]`. */
const openWords = new Set(
  'and or not then else when case in like ilike between select from where is array distinct'.split(' '),
);

/** The constructors in which a colon stands between key and value. */
const jsonObjects = new Set(['json_object', 'json_objectagg']);

const openingLetters = new Map(
  ['create', 'or', 'replace', 'function', 'procedure'].map((word) => [word, word.charAt(0)]),
);

type Bracket = '(' | '[' | 'json';

/**
 * What psql's scanner keeps of the statement it is in: the depth of parentheses, whether it is the body of a routine
 * (`BEGIN ATOMIC … END` holds semicolons), whether data for COPY follows. Fed with every lexeme that is no white space
 * and no comment.
 */
export class StatementStructure {
  copiesFromStdin = false;
  private readonly brackets: Bracket[] = [];
  private parenthesisDepth = 0;
  private bodyDepth = 0;
  private wordCount = 0;
  /** The first letters of CREATE, OR, REPLACE, FUNCTION, PROCEDURE among the first four words, as psql keeps them. */
  private opening = '';
  private makesRoutine = false;
  private copy: 'no' | 'target' | 'source' = 'no';
  private prepares = false;
  private lastWord = '';
  private endsExpression = false;

  /** A semicolon here ends the statement. */
  get endsHere(): boolean {
    return this.parenthesisDepth === 0 && this.bodyDepth === 0;
  }

  /** `$1` is a parameter of the statement, not of the routine or prepared statement that it makes. */
  get ownsParameters(): boolean {
    return !this.makesRoutine && !this.prepares;
  }

  /** A colon here separates the bounds of a slice (`a[1:n]`) or a key and its value (`json_object('k':v)`). */
  get colonSeparates(): boolean {
    const bracket = this.brackets.at(-1);
    return (bracket === '[' || bracket === 'json') && this.endsExpression;
  }

  /** The next lexeme that is neither white space nor a comment; the text is needed of a word or mark only. */
  add(kind: LexemeKind, text: string): void {
    switch (kind) {
      case 'word':
        this.word(text);
        break;
      case 'mark':
        this.mark(text);
        break;
      case 'separator':
        this.separator();
        break;
      default:
        this.other(kind);
    }
  }

  private word(text: string): void {
    const word = text.toLowerCase();
    this.countWord(word);
    this.followCopy(word);
    this.lastWord = word;
    this.endsExpression = !openWords.has(word);
  }

  private mark(sign: string): void {
    if (this.copy === 'source') this.copy = 'no';
    if (sign === '(') {
      this.parenthesisDepth += 1;
      this.brackets.push(jsonObjects.has(this.lastWord) ? 'json' : '(');
    } else if (sign === ')') {
      this.parenthesisDepth = Math.max(0, this.parenthesisDepth - 1);
      this.close(['(', 'json']);
    } else if (sign === '[') {
      this.brackets.push('[');
    } else if (sign === ']') {
      this.close(['[']);
    }
    this.lastWord = '';
    this.endsExpression = sign === ')' || sign === ']';
  }

  private other(kind: LexemeKind): void {
    if (this.copy === 'source') this.copy = 'no';
    this.lastWord = '';
    this.endsExpression = kind !== 'operator' && kind !== 'escaped-colon';
  }

  /** `\;`: what follows is another statement, sent together with this one. */
  private separator(): void {
    this.wordCount = 0;
    this.other('operator');
  }

  private countWord(word: string): void {
    if (this.wordCount === 0) {
      this.opening = '';
      this.prepares = word === 'prepare';
      this.copy = word === 'copy' ? 'target' : 'no';
    }
    if (this.wordCount < 4) {
      this.opening += openingLetters.get(word) ?? '-';
      this.makesRoutine = /^c(?:or)?[fp]/.test(this.opening);
    }
    this.wordCount += 1;
    if (this.parenthesisDepth === 0 && this.makesRoutine) this.followBody(word);
  }

  private followBody(word: string): void {
    if (this.bodyDepth === 0) {
      if (word === 'atomic' && this.lastWord === 'begin') this.bodyDepth = 1;
    } else if (word === 'case') {
      this.bodyDepth += 1;
    } else if (word === 'end') {
      this.bodyDepth -= 1;
    }
  }

  private followCopy(word: string): void {
    if (this.copy === 'source') {
      // The grammar takes STDOUT for STDIN.
      if (word === 'stdin' || word === 'stdout') this.copiesFromStdin = true;
      this.copy = 'no';
    } else if (this.copy === 'target' && this.parenthesisDepth === 0) {
      if (word === 'from') this.copy = 'source';
      if (word === 'to') this.copy = 'no';
    }
  }

  private close(openings: Bracket[]): void {
    const open = this.brackets.at(-1);
    if (open !== undefined && openings.includes(open)) this.brackets.pop();
  }
}
