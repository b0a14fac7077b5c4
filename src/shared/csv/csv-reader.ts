import type { CsvRecord } from './csv-record.ts';
import { type CsvDialect, CsvScanner } from './csv-scanner.ts';

/** Cuts a CSV file into records as it comes, by the rules of COPY. Holds the record that has not ended yet. */
export class CsvReader {
  readonly #scanner: CsvScanner;
  #rest: Uint8Array[] = [];
  #restBytes = 0;

  constructor(dialect: CsvDialect) {
    this.#scanner = new CsvScanner(dialect);
  }

  /** What is held of a record that has not ended. Without end behind a quote that nobody closes, or without line ends. */
  get heldBytes(): number {
    return this.#restBytes;
  }

  /** Where that record begins. */
  get heldLine(): number {
    return this.#scanner.line;
  }

  /** It goes on in quotes, which may never be closed. */
  get isInQuote(): boolean {
    return this.#scanner.isInQuote;
  }

  /** The records that this piece completes; they may be views of it. */
  *push(piece: Uint8Array): Generator<CsvRecord> {
    let from = 0;
    for (;;) {
      const end = this.#scanner.scan(piece, from);
      if (end === -1) break;
      yield this.#record(piece.subarray(from, end));
      from = end;
    }
    if (from < piece.length) {
      // Copied, so that it does not hold the whole piece.
      this.#rest.push(piece.slice(from));
      this.#restBytes += piece.length - from;
    }
  }

  /** The last record, where the file does not end with a line end. */
  *end(): Generator<CsvRecord> {
    if (this.#scanner.end()) yield this.#record(new Uint8Array());
  }

  #record(last: Uint8Array): CsvRecord {
    const { line, lengthBytes, lineEndBytes, delimiters, fault, isEndMark } = this.#scanner;
    const whole = this.#rest.length === 0 ? last : joined([...this.#rest, last], lengthBytes);
    this.#rest = [];
    this.#restBytes = 0;
    return {
      ...{ line, delimiters, fault, isEndMark },
      bytes: whole.subarray(0, lengthBytes - lineEndBytes),
    };
  }
}

function joined(pieces: readonly Uint8Array[], lengthBytes: number): Uint8Array {
  const whole = new Uint8Array(lengthBytes);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
