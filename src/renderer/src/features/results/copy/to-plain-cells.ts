import type { CopiedRows } from './copied-rows.ts';
import { toDelimited } from './to-delimited.ts';

/** What Ctrl+C copies: one value exactly as it is, more of them as spreadsheets take them. */
export function toPlainCells(copied: CopiedRows): string {
  const [first] = copied.rows;
  if (copied.rows.length === 1 && first?.length === 1) return first[0] ?? '';
  return toDelimited(copied, { delimiter: '\t', header: false });
}
