import type { ScannedItem } from './scanned-item.ts';
import { type ScanOptions, SqlScanner } from './sql-scanner.ts';

/** All items of a text that is there as a whole. */
export function scanSql(text: string, options: ScanOptions = {}): ScannedItem[] {
  const scanner = new SqlScanner(options);
  scanner.push(text);
  scanner.end();
  const items: ScannedItem[] = [];
  for (let item = scanner.next(); item !== null; item = scanner.next()) items.push(item);
  return items;
}
