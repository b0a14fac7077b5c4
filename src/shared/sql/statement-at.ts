import type { ScannedCommand, ScannedStatement } from './scanned-item.ts';
import { type ScanOptions, SqlScanner } from './sql-scanner.ts';

type Target = ScannedStatement | ScannedCommand;

/**
 * The statement or psql command that a person means at the caret: the one whose text or terminator touches it, else the
 * last before it on the same line, else the next one, else the last. Null where there is none. The `end` of a COPY is
 * behind its data. Reads no further than it must.
 */
export function statementAt(text: string, caret: number, options: ScanOptions = {}): Target | null {
  const { before, touching, next } = around(text, caret, options);
  const sameLine = before !== null && !text.slice(before.end, caret).includes('\n');
  // A comment behind a statement on its line is scanned as the beginning of the next one.
  const inComment = touching !== null && text.startsWith('--', touching.start);
  if (touching !== null && !(sameLine && inComment)) return touching;
  return sameLine ? before : (next ?? before);
}

interface Around {
  before: Target | null;
  touching: Target | null;
  next: Target | null;
}

function around(text: string, caret: number, options: ScanOptions): Around {
  const found: Around = { before: null, touching: null, next: null };
  for (const item of targets(text, options)) {
    if (item.end < caret) {
      found.before = item;
    } else if (item.start <= caret) {
      // Of "a;|b;" it is the one that begins; of a statement and a command inside it the command.
      if (found.touching === null || item.start > found.touching.start) found.touching = item;
    } else {
      if (found.next === null || item.start < found.next.start) found.next = item;
      // A command beyond the caret may stand in a statement that began before it.
      if (item.kind === 'statement') return found;
    }
  }
  return found;
}

function* targets(text: string, options: ScanOptions): Generator<Target> {
  const scanner = new SqlScanner(options);
  scanner.push(text);
  scanner.end();
  let copy: ScannedStatement | null = null;
  for (let item = scanner.next(); item !== null; item = scanner.next()) {
    if (item.kind === 'copy-data') {
      if (item.last && copy !== null) yield { ...copy, end: item.end };
    } else if (item.kind === 'statement' && item.copiesFromStdin) {
      copy = item;
    } else {
      yield item;
    }
  }
}
