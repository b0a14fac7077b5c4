/** What the server's COPY reads a CSV file by. One byte each; a quote in a value is doubled. */
export interface CsvDialect {
  delimiter: string;
  quote: string;
}

/** Why the server would not take a record, whatever its table is. */
export type CsvFault = 'open-quote' | 'stray-return' | 'stray-newline' | 'zero-byte';

type LineEnd = 'unknown' | 'lf' | 'crlf' | 'cr';

const plain = 0;
const quoteKind = 1;
const delimiterKind = 2;
const newlineKind = 3;
const returnKind = 4;
const newline = 0x0a;
const carriageReturn = 0x0d;
const endMark = [0x5c, 0x2e] as const;

/**
 * Finds where records of a CSV file end, in pieces of any size, by the rules of `COPY … (FORMAT csv)`: quotes may begin
 * within a field, line breaks in quotes belong to the value, and the first record says how lines end. Of bytes of UTF-8
 * or a single-byte encoding. Values are not looked at.
 * https://www.postgresql.org/docs/current/sql-copy.html#SQL-COPY-FILE-FORMATS
 */
export class CsvScanner {
  /** Of the record that ended last, or has begun: where it begins, from 1, as an editor counts lines. */
  line = 1;
  /** And where it ends. */
  endLine = 1;
  /** By how many lines the server's own count went on with it, which passes over some line breaks in quotes. */
  serverLines = 1;
  /** Offsets of its delimiters from where it begins. */
  delimiters: number[] = [];
  /** With its line end, and of that alone. */
  lengthBytes = 0;
  lineEndBytes = 0;
  fault: CsvFault | null = null;
  /** It is `\.`, which ends the data of a server before version 18. */
  isEndMark = false;

  readonly #outside = new Uint8Array(256);
  readonly #inside = new Uint8Array(256);
  #lineEnd: LineEnd = 'unknown';
  #isOver = true;
  #inQuote = false;
  /** The last byte was a return; outside of quotes it takes the next one to tell what it is. */
  #wasReturn = false;
  #isHeld = false;

  constructor({ delimiter, quote }: CsvDialect) {
    for (const table of [this.#outside, this.#inside]) {
      table[0] = 5;
      table[newline] = newlineKind;
      table[carriageReturn] = returnKind;
      table[quote.charCodeAt(0) & 0xff] = quoteKind;
    }
    this.#outside[delimiter.charCodeAt(0) & 0xff] = delimiterKind;
  }

  /** What comes next belongs to a value in quotes. */
  get isInQuote(): boolean {
    return this.#inQuote;
  }

  /** Reads on. Index behind the record that ends in this piece, or -1: it goes on in the next one. */
  scan(bytes: Uint8Array, from: number): number {
    if (from >= bytes.length) return -1;
    if (this.#isOver) this.#begin();
    this.#noteMark(bytes, from);
    const start = this.lengthBytes;
    const end = this.#scan(bytes, from);
    this.lengthBytes = start + (end === -1 ? bytes.length : end) - from;
    if (end !== -1) this.#finish();
    return end;
  }

  /** The file is over. True: with it ended a record that has no line end. */
  end(): boolean {
    if (this.#isOver || this.lengthBytes === 0) return false;
    if (this.#isHeld) {
      this.#isHeld = false;
      this.#takeReturn(undefined);
    }
    if (this.#inQuote) this.fault = 'open-quote';
    this.#finish();
    return true;
  }

  #begin(): void {
    this.#isOver = false;
    this.#inQuote = false;
    this.#wasReturn = false;
    this.line = this.endLine;
    this.serverLines = 1;
    this.delimiters = [];
    this.lengthBytes = 0;
    this.lineEndBytes = 0;
    this.fault = null;
    this.isEndMark = true;
  }

  #finish(): void {
    this.#isOver = true;
    this.isEndMark &&= this.lengthBytes - this.lineEndBytes === endMark.length;
    if (this.lineEndBytes > 0) this.endLine += 1;
  }

  #noteMark(bytes: Uint8Array, from: number): void {
    for (let at = this.lengthBytes; at < endMark.length && this.isEndMark; at += 1) {
      const byte = bytes[from + at - this.lengthBytes];
      if (byte === undefined) return;
      const isEnd = at > 0 && (byte === newline || byte === carriageReturn);
      this.isEndMark = byte === endMark[at] && !isEnd;
    }
  }

  #scan(bytes: Uint8Array, from: number): number {
    if (this.#isHeld) {
      this.#isHeld = false;
      if (this.#takeReturn(bytes[from])) return from + this.lineEndBytes - 1;
    }
    const { length } = bytes;
    const offset = this.lengthBytes - from;
    let table = this.#inQuote ? this.#inside : this.#outside;
    for (let at = from; at < length; at += 1) {
      const kind = table[bytes[at] ?? 0];
      if (kind === plain) continue;
      if (kind === delimiterKind) this.delimiters.push(offset + at);
      else if (kind === quoteKind) {
        this.#inQuote = !this.#inQuote;
        this.#wasReturn = false;
        table = this.#inQuote ? this.#inside : this.#outside;
      } else if (kind !== newlineKind && kind !== returnKind) this.fault ??= 'zero-byte';
      else if (this.#inQuote) this.#countBreak(bytes, at, from, kind);
      else if (kind === newlineKind) {
        if (this.#lineEnd === 'cr' || this.#lineEnd === 'crlf') this.fault ??= 'stray-newline';
        else this.#lineEnd = 'lf';
        this.lineEndBytes = 1;
        return at + 1;
      } else if (at + 1 === length) {
        this.#isHeld = true;
        return -1;
      } else if (this.#takeReturn(bytes[at + 1])) return at + this.lineEndBytes;
    }
    this.#wasReturn = bytes[length - 1] === carriageReturn;
    return -1;
  }

  #countBreak(bytes: Uint8Array, at: number, from: number, kind: number): void {
    if (kind === (this.#lineEnd === 'lf' ? newlineKind : returnKind)) this.serverLines += 1;
    const followsReturn = at > from ? bytes[at - 1] === carriageReturn : this.#wasReturn;
    if (kind === returnKind || !followsReturn) this.endLine += 1;
  }

  /** An unquoted return, now that it is known what comes behind it. True: it ends the record. */
  #takeReturn(next: number | undefined): boolean {
    if (next === newline && (this.#lineEnd === 'unknown' || this.#lineEnd === 'crlf')) {
      this.#lineEnd = 'crlf';
      this.lineEndBytes = 2;
      return true;
    }
    if (this.#lineEnd === 'unknown' || this.#lineEnd === 'cr') {
      this.#lineEnd = 'cr';
      this.lineEndBytes = 1;
      return true;
    }
    this.fault ??= 'stray-return';
    // Of a return before the newline that ends the record an editor makes one line end.
    if (next !== newline) this.endLine += 1;
    return false;
  }
}
