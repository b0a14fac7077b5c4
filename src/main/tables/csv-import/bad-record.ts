import type { BadLine, CsvEncoding } from '../../../shared/contract/csv-import.ts';
import { csvBytesEncoding } from '../../../shared/csv/csv-bytes.ts';
import type { CsvRecord } from '../../../shared/csv/csv-record.ts';
import { decodeCsv } from '../../../shared/csv/decode-csv.ts';
import type { ServerError } from '../../postgres/console-connection.ts';

type Reason = BadLine['reason'];

const maxText = 200;
/** Of the longest characters. */
const maxTextBytes = maxText * 4;
/** character_not_in_repertoire, untranslatable_character */
const encodingStates = new Set(['22021', '22P05']);

export function badRecord(
  { line, bytes }: Pick<CsvRecord, 'line' | 'bytes'>,
  encoding: CsvEncoding,
  reason: Reason,
  column: string | null = null,
): BadLine {
  const text = decodeCsv(bytes.subarray(0, maxTextBytes), csvBytesEncoding(encoding));
  return {
    line,
    column,
    reason,
    text:
      text
        .split(/[\r\n]/, 1)[0]
        ?.slice(0, maxText)
        .toWellFormed() ?? '',
  };
}

/** What is wrong with a record whatever its table is; null: nothing. */
export function faultOf({ fault, delimiters }: CsvRecord, expected: number): Reason | null {
  const found = delimiters.length + 1;
  switch (fault) {
    case 'open-quote':
      return { kind: 'open-quote' };
    case 'zero-byte':
      return { kind: 'bad-encoding' };
    case 'stray-return':
      return badFormat('unquoted carriage return found in data');
    case 'stray-newline':
      return badFormat('unquoted newline found in data');
    case null:
      if (found < expected) return { kind: 'too-few', expected, found };
      return found > expected ? { kind: 'too-many', expected, found } : null;
  }
}

export function serverReason({ sqlState, message, detail }: ServerError): Reason {
  return encodingStates.has(sqlState)
    ? { kind: 'bad-encoding' }
    : { kind: 'server', message, detail, sqlState };
}

/** In the words that COPY has for it. */
export function badFormat(message: string): Reason {
  return { kind: 'server', message, detail: null, sqlState: '22P04' };
}
