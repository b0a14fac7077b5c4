import type { CsvEncoding } from '../contract/csv-import.ts';
import { decodeCsv } from './decode-csv.ts';

/** What the records of a file can be cut from: UTF-16 as UTF-8, the others as they are; without byte order mark. */
export function csvBytes(bytes: Uint8Array, encoding: CsvEncoding): Uint8Array {
  switch (encoding) {
    case 'UTF16LE':
    case 'UTF16BE':
      return new TextEncoder().encode(decodeCsv(bytes, encoding));
    case 'UTF8':
      return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
    case 'WIN1252':
    case 'LATIN1':
    case 'LATIN9':
      return bytes;
  }
}

/** The encoding of what {@link csvBytes} answers. */
export function csvBytesEncoding(encoding: CsvEncoding): 'UTF8' | 'WIN1252' | 'LATIN1' | 'LATIN9' {
  return encoding === 'UTF16LE' || encoding === 'UTF16BE' ? 'UTF8' : encoding;
}
