import type { ImportOptions } from '../../../shared/contract/csv-import.ts';
import { CsvReader } from '../../../shared/csv/csv-reader.ts';
import type { CsvRecord } from '../../../shared/csv/csv-record.ts';
import { CsvScanner } from '../../../shared/csv/csv-scanner.ts';
import { encodeRecords } from './encode-records.ts';
import { LineMap } from './line-map.ts';
import { plainCsvBytes } from './plain-csv-bytes.ts';
import { RefusedRecord } from './refused-record.ts';

export interface CsvCopyDataOptions extends ImportOptions {
  /** The server takes a line `\.` for the end of the data and passes over what follows, without a word. */
  hasEndMark: boolean;
  /** All of the file was taken. */
  onEnd(): void;
}

/** As for a row of a query. */
const maxRecordBytes = 64 * 1024 * 1024;

/**
 * What an import's COPY is fed: the bytes as they lie in the file, or, when columns are left out, each record without
 * them (cutting fields out of bytes costs less than a second table and a second INSERT, and the server's errors stay
 * about the file). Keeps count of the lines.
 */
export class CsvCopyData implements AsyncIterable<Uint8Array> {
  readonly lines = new LineMap();
  /** Why it ended early: the copy was then ended with an error. */
  failure: { error: unknown } | null = null;
  readonly #pieces: AsyncIterable<Uint8Array>;
  readonly #options: CsvCopyDataOptions;

  constructor(file: AsyncIterable<Buffer>, options: CsvCopyDataOptions) {
    this.#pieces = plainCsvBytes(file, options.encoding);
    this.#options = options;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    const isWhole = !this.#options.columns.includes(null);
    try {
      yield* isWhole ? this.#asTheyAre() : this.#withoutLeftOut();
      this.#options.onEnd();
    } catch (error) {
      this.failure = { error };
      throw error;
    }
  }

  async *#asTheyAre(): AsyncGenerator<Uint8Array> {
    const scanner = new CsvScanner(this.#options);
    const note = (): void => {
      const { line, endLine, lineEndBytes, serverLines } = scanner;
      this.lines.add(line, lineEndBytes > 0 ? endLine - 1 : endLine, serverLines);
    };
    let endedAt: number | null = null;
    for await (const piece of this.#pieces) {
      for (let at = scanner.scan(piece, 0); at !== -1; at = scanner.scan(piece, at)) {
        note();
        if (endedAt !== null) refuseAfterMark(scanner.lengthBytes - scanner.lineEndBytes, scanner.line);
        else if (scanner.isEndMark && this.#options.hasEndMark) endedAt = scanner.line;
      }
      yield piece;
    }
    if (!scanner.end()) return;
    note();
    if (endedAt !== null) refuseAfterMark(scanner.lengthBytes, scanner.line);
  }

  async *#withoutLeftOut(): AsyncGenerator<Uint8Array> {
    const { columns, header, quote } = this.#options;
    const kept = columns.map((column) => column !== null);
    const reader = new CsvReader(this.#options);
    let isHeader = header;
    let isEnded = false;
    const encode = (found: Iterable<CsvRecord>): Buffer => {
      const records: CsvRecord[] = [];
      for (const record of found) {
        if (isHeader) isHeader = false;
        else if (isEnded) refuseAfterMark(record.bytes.length, record.line);
        else if (record.isEndMark && this.#options.hasEndMark) isEnded = true;
        else records.push(this.#whole(record));
      }
      const { bytes, serverLines } = encodeRecords(records, kept, quote);
      for (const [index, { line }] of records.entries()) this.lines.add(line, line, serverLines[index] ?? 1);
      return bytes;
    };
    // The header that the server skips: it settles how lines end.
    yield Buffer.from('\n');
    this.lines.add(0, 0, 1);
    for await (const piece of this.#pieces) {
      yield encode(reader.push(piece));
      if (reader.heldBytes > maxRecordBytes)
        throw new RefusedRecord(reader.isInQuote ? openQuote : tooLong, reader.heldLine);
    }
    yield encode(reader.end());
  }

  /** With as many fields as there are columns: the server is not sent all of them, and could not tell. */
  #whole(record: CsvRecord): CsvRecord {
    const { columns } = this.#options;
    const found = record.delimiters.length + 1;
    if (record.fault === 'open-quote') throw new RefusedRecord(openQuote, record.line);
    if (found > columns.length) throw new RefusedRecord('extra data after last expected column', record.line);
    if (found === columns.length) return record;
    throw new RefusedRecord(`missing data for column ${found + 1} of the file`, record.line);
  }
}

const openQuote = 'unterminated CSV quoted field';
const tooLong = 'a line over 64 MiB long cannot go in without some of its columns';

function refuseAfterMark(lengthBytes: number, line: number): void {
  if (lengthBytes > 0) throw new RefusedRecord('data follows the end-of-copy marker \\.', line);
}
