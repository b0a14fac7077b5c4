import type { ScannedItem } from './scanned-item.ts';
import { type ScanOptions, SqlScanner } from './sql-scanner.ts';

/** All items of a text in chunks, each read as soon as it is there; data of a COPY comes in pieces as it is cut. */
export function scanChunks(chunks: Iterable<string>, options: ScanOptions = {}): ScannedItem[] {
  const scanner = new SqlScanner(options);
  const items: ScannedItem[] = [];
  const readOn = () => {
    for (let item = scanner.next(); item !== null; item = scanner.next()) items.push(item);
  };
  for (const chunk of chunks) {
    scanner.push(chunk);
    readOn();
  }
  scanner.end();
  readOn();
  return items;
}
