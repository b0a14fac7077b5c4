import { scanChunks } from './scan-chunks.ts';
import type { ScannedItem } from './scanned-item.ts';
import type { ScanOptions } from './sql-scanner.ts';

/** All items of a text that is there as a whole. */
export function scanSql(text: string, options: ScanOptions = {}): ScannedItem[] {
  return scanChunks([text], options);
}
