import type { ImportOptions } from '../../../shared/contract/csv-import.ts';
import { CsvReader } from '../../../shared/csv/csv-reader.ts';
import type { CsvRecord } from '../../../shared/csv/csv-record.ts';
import type { ImportHost } from './import-host.ts';
import { plainCsvBytes } from './plain-csv-bytes.ts';
import type { RecordCheck } from './record-check.ts';

const batchRecords = 5000;
const batchBytes = 1024 * 1024;
/** What is longer is not held: it has a quote that nobody closes, or no line ends. */
const maxRecordBytes = 64 * 1024 * 1024;

/** Hands the records of a file to a check, many at once, as far as there is something to find. */
export async function checkRecords(
  check: RecordCheck,
  host: ImportHost,
  options: ImportOptions,
  hasEndMark: boolean,
): Promise<void> {
  const reader = new CsvReader(options);
  let isHeader = options.header;
  let isEnded = false;
  let isCutOff = false;
  const isOver = (): boolean => isCutOff || check.isFull;
  let batch: CsvRecord[] = [];
  let bytes = 0;
  let lines = 0;

  async function flush(): Promise<void> {
    lines += batch.length;
    await check.add(batch);
    batch = [];
    bytes = 0;
    host.tell({ lines });
  }
  async function take(records: Iterable<CsvRecord>): Promise<void> {
    for (const record of records) {
      if (isOver()) return;
      if (isHeader && record.fault === null) isHeader = false;
      else if (isEnded) {
        isCutOff = record.bytes.length > 0;
        if (isCutOff) check.addBehindEnd(record);
      } else if (record.isEndMark && hasEndMark) isEnded = true;
      else {
        batch.push(record);
        bytes += record.bytes.length;
        if (batch.length === batchRecords || bytes > batchBytes) await flush();
      }
    }
  }

  for await (const piece of plainCsvBytes(host.file.bytes(), options.encoding)) {
    await take(reader.push(piece));
    if (isOver()) break;
    if (reader.heldBytes > maxRecordBytes) {
      check.addTooLong(reader.heldLine, reader.isInQuote);
      isCutOff = true;
      break;
    }
  }
  await take(reader.end());
  await flush();
  host.tell({ finishing: true });
  await check.finish();
}
