import type { CsvEncoding } from '../../../shared/contract/csv-import.ts';
import { utf16AsUtf8 } from './utf16-as-utf8.ts';

const utf8Mark = Buffer.from([0xef, 0xbb, 0xbf]);

/** What of a file the server is sent: without a byte order mark, which it would take for a part of the first value. */
export function plainCsvBytes(
  pieces: AsyncIterable<Buffer>,
  encoding: CsvEncoding,
): AsyncIterable<Uint8Array> {
  switch (encoding) {
    case 'UTF16LE':
    case 'UTF16BE':
      return utf16AsUtf8(pieces, encoding);
    case 'UTF8':
      return withoutMark(pieces);
    case 'WIN1252':
    case 'LATIN1':
    case 'LATIN9':
      return pieces;
  }
}

async function* withoutMark(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let head: Buffer | null = Buffer.alloc(0);
  for await (const piece of pieces) {
    if (head === null) {
      yield piece;
      continue;
    }
    head = Buffer.concat([head, piece]);
    if (head.length < utf8Mark.length) continue;
    yield head.subarray(0, utf8Mark.length).equals(utf8Mark) ? head.subarray(utf8Mark.length) : head;
    head = null;
  }
  if (head !== null && head.length > 0) yield head;
}
