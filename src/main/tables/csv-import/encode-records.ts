import type { CsvRecord } from '../../../shared/csv/csv-record.ts';

const newline = 0x0a;
const endMark = Buffer.from('\\.');
const firstVersionWithoutMark = 180_000;

/** Whether a line `\.` ends the data of COPY in CSV (up to 17), or is data. */
export function hasEndMark(serverVersionNumber: number): boolean {
  return serverVersionNumber < firstVersionWithoutMark;
}

/** Records as one COPY is sent them: behind an empty header, so that their lines end in LF whatever stands in them. */
export interface EncodedRecords {
  bytes: Buffer;
  /** How far the server's line count goes on with each. */
  serverLines: number[];
}

/**
 * @param kept which fields are sent
 * @param quote a lone `\.` is put in it: without other fields it would end the data
 */
export function encodeRecords(
  records: readonly CsvRecord[],
  kept: readonly boolean[] | null,
  quote: string,
): EncodedRecords {
  const parts: Uint8Array[] = [];
  const serverLines: number[] = [];
  const lineEnd = Uint8Array.of(newline);
  for (const record of records) {
    const fields = kept === null ? record.bytes : keptFields(record, kept);
    const isMark = kept !== null && endMark.equals(fields);
    const sent = isMark ? Buffer.from(`${quote}\\.${quote}`) : fields;
    parts.push(sent, lineEnd);
    serverLines.push(1 + countNewlines(sent));
  }
  return { bytes: Buffer.concat(parts), serverLines };
}

function keptFields({ bytes, delimiters }: CsvRecord, kept: readonly boolean[]): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const [field, isKept] of kept.entries()) {
    if (!isKept) continue;
    const start = field === 0 ? 0 : (delimiters[field - 1] ?? 0) + 1;
    const end = delimiters[field] ?? bytes.length;
    // With the delimiter before it, unless it comes first.
    parts.push(bytes.subarray(parts.length === 0 ? start : start - 1, end));
  }
  return Buffer.concat(parts);
}

function countNewlines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) count += 1;
  return count;
}
