import { scanSql } from './scan-sql.ts';
import type { ScannedCommand, ScannedStatement } from './scanned-item.ts';
import type { ScanOptions } from './sql-scanner.ts';

/**
 * The statement or psql command that a person means at the caret: the one whose text or terminator touches it, else the
 * last before it on the same line, else the next one, else the last. Null where there is none.
 */
export function statementAt(
  text: string,
  caret: number,
  options: ScanOptions = {},
): ScannedStatement | ScannedCommand | null {
  const items = scanSql(text, options)
    .filter((item) => item.kind !== 'copy-data')
    .sort((one, other) => one.start - other.start);
  const touching = items.filter((item) => item.start <= caret && caret <= item.end);
  // Between two, "a;|b;", it is the one that begins; in a command inside a statement it is the command.
  const touched = touching.at(-1);
  if (touched !== undefined) return touched;
  const before = items.findLast((item) => item.end < caret);
  if (before !== undefined && !text.slice(before.end, caret).includes('\n')) return before;
  return items.find((item) => item.start > caret) ?? before ?? null;
}
